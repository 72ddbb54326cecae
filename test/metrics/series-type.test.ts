import { describe, expect, test } from "vitest";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import { combineMetrics, type MetricType, metricsOf } from "../../src/metrics/metrics.js";
import { isCumulative, seriesType } from "../../src/metrics/series-type.js";

const types: Record<string, MetricType> = {
  request_duration_seconds: "histogram",
  rpc_duration_seconds: "summary",
  queue_age_seconds: "gaugehistogram",
  orders: "counter",
  build: "info",
  feature: "stateset",
  disk_usage_total: "gauge",
  worker_count: "gauge",
  worker: "gauge",
  mystery_total: "unknown",
  mystery: "unknown",
};
const metrics = combineMetrics(
  metricsOf(Object.entries(types).map(([name, type]) => ({ name, type, source: "test" }))),
  builtinMetrics,
);

describe("known series", () => {
  test.each<[series: string, answer: string, family: string]>([
    ["node_load1", "gauge value, goes up and down", "node_load1"],
    ["node_cpu_seconds_total", "counter value, cumulative", "node_cpu_seconds_total"],
    ["request_duration_seconds", "histogram value, cumulative", "request_duration_seconds"],
    ["request_duration_seconds_bucket", "histogram bucket, cumulative", "request_duration_seconds"],
    ["request_duration_seconds_sum", "histogram sum, cumulative", "request_duration_seconds"],
    ["request_duration_seconds_count", "histogram count, cumulative", "request_duration_seconds"],
    ["rpc_duration_seconds", "summary value, goes up and down", "rpc_duration_seconds"],
    ["rpc_duration_seconds_sum", "summary sum, cumulative", "rpc_duration_seconds"],
    ["rpc_duration_seconds_count", "summary count, cumulative", "rpc_duration_seconds"],
    ["queue_age_seconds_bucket", "gaugehistogram bucket, goes up and down", "queue_age_seconds"],
    ["queue_age_seconds_gcount", "gaugehistogram count, goes up and down", "queue_age_seconds"],
    ["queue_age_seconds_gsum", "gaugehistogram sum, goes up and down", "queue_age_seconds"],
    ["orders_total", "counter value, cumulative", "orders"],
    ["build_info", "info value, goes up and down", "build"],
    ["feature", "stateset value, goes up and down", "feature"],
    ["disk_usage_total", "gauge value, goes up and down", "disk_usage_total"],
    ["worker_count", "gauge value, goes up and down", "worker_count"],
  ])("%s: %s", (series, answer, family) => {
    expect(told(series)).toBe(answer);
    expect(seriesType(series, metrics)).toMatchObject({ how: "table", metric: { name: family } });
  });
});

describe("series known by their names alone", () => {
  test.each<[series: string, answer: string]>([
    ["app_requests_total", "counter value, cumulative"],
    ["app_request_duration_seconds_bucket", "histogram bucket, cumulative"],
    ["app_request_duration_seconds_sum", "unknown sum, cumulative"],
    ["app_request_duration_seconds_count", "unknown count, cumulative"],
    ["app_response_size_bytes_sum", "unknown sum, cumulative"],
    ["app_build_info", "gauge value, goes up and down"],
    ["app_last_success_timestamp_seconds", "gauge value, goes up and down"],
    ["app_hit_ratio", "gauge value, goes up and down"],
    ["app_requests_in_flight", "gauge value, goes up and down"],
    ["app_resident_memory_bytes", "gauge value, goes up and down"],
    ["mystery_total", "counter value, cumulative"],
  ])("%s: %s", (series, answer) => {
    expect(told(series)).toBe(answer);
    expect(seriesType(series, metrics).how).toBe("name");
  });

  test.each([
    "app_requests",
    "app_request_count",
    "app_request_sum",
    "app_response_bytes",
    "app_duration_seconds",
    "rpc_duration_seconds_bucketful",
    "worker_sum",
    "mystery",
    "job:app_requests_total",
    "code:app_request_duration_seconds_bucket",
    "elasticsearch_indices_docs_total",
    "aws_applicationelb_processed_bytes_sum",
    "total",
    "",
  ])("%s says nothing", (series) => {
    expect(told(series)).toBe("unknown value, goes up and down");
  });

  test("a family of unknown type stays at hand", () => {
    expect(seriesType("mystery_total", metrics).metric?.name).toBe("mystery_total");
  });
});

function told(series: string): string {
  const answer = seriesType(series, metrics);
  return `${answer.type} ${answer.part}, ${isCumulative(answer) ? "cumulative" : "goes up and down"}`;
}
