import type { Cluster } from "../cluster.js";
import { histogram, summary } from "../histogram.js";
import { count, type Instrument, single } from "../instrument.js";
import { randomUuid } from "../random.js";
import { level, noise, type Reading, scaled, signal, sinceStart, total } from "../signal.js";
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
  yield single("prometheus_tsdb_wal_corruptions_total", {}, 0);
  yield single("prometheus_tsdb_blocks_loaded", {}, 9);
  // A sample takes about one and a half bytes; blocks hold all but the last two hours.
  const kept = Math.min((clock.start - (starts[0] ?? clock.start)) / 1000, retention);
  yield single("prometheus_tsdb_storage_blocks_bytes", {}, Math.round(1.5 * samplesPerSecond * (kept - 7200)));
  yield single("prometheus_tsdb_lowest_timestamp_seconds", {}, (time) => {
    const block = 7200;
    return Math.max(Math.ceil((time / 1000 - retention) / block) * block, Math.floor((starts[0] ?? 0) / 1000));
  });
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
  yield* rules(cluster, starts);
}

/** Five days, as in the values of the chart. */
const retention = 5 * 86_400;

/** What Prometheus gives of a group of four rules, which it evaluates every 15 seconds. */
function* rules({ clock, seed }: Cluster, starts: readonly number[]): Generator<Instrument> {
  const folder = "/etc/prometheus/rules/prometheus-kube-prometheus-stack-prometheus-rulefiles-0";
  const uid = randomUuid(`${seed} rules`);
  const group = { rule_group: `${folder}/monitoring-eks-${uid}.yaml;pod-addresses` };
  const [interval, number] = [15, 4];
  const iterations = sinceStart(total(clock, steady({ clock }, 1 / interval)), starts);
  const jitter = level(clock, noise(clock, `${seed} rules`));
  yield single("prometheus_rule_group_interval_seconds", group, interval);
  yield single("prometheus_rule_group_rules", group, number);
  yield count("prometheus_rule_group_iterations_total", group, iterations);
  yield single("prometheus_rule_group_iterations_missed_total", group, 0);
  yield single("prometheus_rule_group_last_duration_seconds", group, (time) => 0.0021 * (1 + 0.4 * jitter(time)));
  yield count("prometheus_rule_evaluations_total", group, scaled(iterations, number));
  yield single("prometheus_rule_evaluation_failures_total", group, 0);
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
