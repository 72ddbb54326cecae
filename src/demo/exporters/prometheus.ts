import type { Cluster } from "../cluster.js";
import { histogram, summary } from "../histogram.js";
import { count, type Instrument, single } from "../instrument.js";
import { noise, type Reading, scaled, signal, sinceStart, total } from "../signal.js";
import { steady } from "./process.js";

/** What Prometheus has to do: series in its memory, and samples that it takes per second. */
export interface Ingestion {
  readonly series: Reading;
  readonly samplesPerSecond: number;
  readonly targets: readonly (readonly [pool: string, targets: number])[];
}

/** What the Prometheus server gives of itself. */
export function* prometheus(
  cluster: Cluster,
  { series, samplesPerSecond, targets }: Ingestion,
  starts: readonly number[],
): Generator<Instrument> {
  const { clock } = cluster;
  const samples = sinceStart(total(clock, steady(cluster, samplesPerSecond)), starts);
  yield single("prometheus_tsdb_head_series", {}, series);
  yield count("prometheus_tsdb_head_chunks", {}, scaled(series, 3.2));
  yield count("prometheus_tsdb_head_samples_appended_total", { type: "float" }, samples);
  yield single("prometheus_tsdb_head_samples_appended_total", { type: "histogram" }, 0);
  yield count("prometheus_tsdb_head_series_created_total", {}, (time) => series(clock.start) + samples(time) / 400_000);
  yield count("prometheus_tsdb_wal_segment_current", {}, (time) => 40 + samples(time) / 30_000_000);
  yield count("prometheus_tsdb_compactions_total", {}, scaled(samples, 1 / (7200 * samplesPerSecond)));
  yield single("prometheus_tsdb_compactions_failed_total", {}, 0);
  yield single("prometheus_tsdb_reloads_failures_total", {}, 0);
  yield single("prometheus_tsdb_blocks_loaded", {}, 9);
  for (const [scrape_job, number] of targets) {
    yield single("prometheus_target_scrape_pool_targets", { scrape_job }, number);
  }
  yield single("prometheus_target_scrapes_sample_out_of_order_total", {}, 0);
  yield single("prometheus_config_last_reload_successful", {}, 1);
  yield single("prometheus_config_last_reload_success_timestamp_seconds", {}, (starts[0] ?? 0) / 1000 + 4);
  yield single("prometheus_notifications_alertmanagers_discovered", {}, 0);
  yield single("prometheus_ready", {}, 1);
  const build = {
    branch: "HEAD",
    goarch: "amd64",
    goos: "linux",
    goversion: "go1.23.4",
    tags: "netgo,builtinassets,stringlabels",
  };
  yield single("prometheus_build_info", { ...build, revision: "7086161", version: "3.1.0" }, 1);
  yield* queries(cluster, starts);
}

function* queries({ clock, seed, demand }: Cluster, starts: readonly number[]): Generator<Instrument> {
  const jitter = noise(clock, `${seed} prometheus`);
  const rate = signal(clock, (_, k) => 0.2 + 1.4 * (demand[k] ?? 0) * Math.max(1 + 0.5 * (jitter[k] ?? 0), 0));
  const asked = sinceStart(total(clock, rate), starts);
  for (const [handler, part, median] of [
    ["/api/v1/query", 0.3, 0.009],
    ["/api/v1/query_range", 0.7, 0.03],
  ] as const) {
    yield count("prometheus_http_requests_total", { handler, code: "200" }, scaled(asked, part * 0.99));
    yield count("prometheus_http_requests_total", { handler, code: "400" }, scaled(asked, part * 0.01));
    const kinds = [{ count: scaled(asked, part), median, steepness: 2.5 }];
    yield* histogram("prometheus_http_request_duration_seconds", { handler }, bounds, kinds);
  }
  const slices = { inner_eval: 0.004, prepare_time: 0.0006, queue_time: 0.00002, result_sort: 0.00001 };
  for (const [slice, median] of Object.entries(slices)) {
    const kind = { count: asked, median, steepness: 3 };
    yield* summary("prometheus_engine_query_duration_seconds", { slice }, [0.5, 0.9, 0.99], kind);
  }
  yield single("prometheus_engine_queries", {}, 0);
  yield single("prometheus_engine_queries_concurrent_max", {}, 20);
}

/** Source: https://github.com/prometheus/prometheus/blob/main/web/web.go */
const bounds = [0.1, 0.2, 0.4, 1, 3, 8, 20, 60, 120];
