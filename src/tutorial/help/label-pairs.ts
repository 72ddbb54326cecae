import type { PrometheusClient } from "../../prometheus/index.js";
import { metricName } from "../../promql/labels.js";
import { quote } from "../../promql/strings.js";

/** A label and a value that series of a metric have. */
export interface LabelPair {
  readonly metric: string;
  readonly label: string;
  readonly value: string;
}

/** The labels of some metrics, the first metric first. Rejects with a `PrometheusError` where the server does not answer. */
export async function labelPairs(
  metrics: readonly string[],
  server: Pick<PrometheusClient, "instantQuery">,
  time: Date,
): Promise<readonly LabelPair[]> {
  const answers = await Promise.all(
    metrics.map(async (metric) => ({
      metric,
      result: (await server.instantQuery(`{${metricName}=${quote(metric)}}`, time)).result,
    })),
  );
  return answers.flatMap(({ metric, result }) =>
    (result.type === "vector" ? result.series : [])
      .flatMap(({ labels }) => Object.entries(labels))
      .flatMap(([label, value]) => (label === metricName ? [] : [{ metric, label, value }])),
  );
}
