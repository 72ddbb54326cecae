import type { MetricTable } from "./table.js";

/**
 * What a Prometheus server itself writes for each target and each alert; the limits only with extra scrape metrics.
 * Sources: https://prometheus.io/docs/concepts/jobs_instances/,
 * https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/.
 */
export const scrapes: MetricTable = {
  source: "prometheus",
  shared: ["ALERTS", "scrape", "up"],
  rows: `
up                                     gauge  -  1 if the last scrape of the target worked, else 0
scrape_duration_seconds                gauge  -  How long the scrape took
scrape_samples_scraped                 gauge  -  Samples that the target gave
scrape_samples_post_metric_relabeling  gauge  -  Samples left after relabeling
scrape_series_added                    gauge  -  Series that are new since the scrape before, about
scrape_timeout_seconds                 gauge  -  Configured timeout of the scrape
scrape_sample_limit                    gauge  -  Configured limit of samples, 0 for none
scrape_body_size_bytes                 gauge  -  Size of the answer, 0 if the scrape failed, -1 if it was too large

ALERTS            gauge          *  1 for each alert that is pending or firing, with alertname, alertstate and its labels
ALERTS_FOR_STATE  gauge:seconds  *  Since when each alert is active, since 1970
`,
};
