import { expect, test } from "vitest";
import { serverMetrics } from "../../src/prometheus/index.js";

const metadata = {
  requests: [{ type: "counter", help: "Requests.", unit: "" }],
  plain: [{ type: "counter", help: "", unit: "" }],
  latency_seconds: [{ type: "histogram", help: "Latency.", unit: "seconds" }],
  disputed: [
    { type: "counter", help: "", unit: "" },
    { type: "gauge", help: "", unit: "" },
  ],
  odd: [{ type: "untyped", help: "", unit: "" }],
  empty: [],
};

const names = [
  "requests_total",
  "plain",
  "latency_seconds_bucket",
  "latency_seconds_sum",
  "latency_seconds_count",
  "disputed",
  "job:requests:rate5m",
];

test("metadata and stored names become families", async () => {
  const metrics = await serverMetrics({
    url: "http://prometheus",
    metadata: () => Promise.resolve(new Map(Object.entries(metadata))),
    labelValues: () => Promise.resolve(names),
  });
  const source = "http://prometheus";
  expect([...metrics.all()]).toEqual([
    { name: "requests_total", type: "counter", help: "Requests.", source },
    { name: "plain", type: "counter", source },
    { name: "latency_seconds", type: "histogram", unit: "seconds", help: "Latency.", source },
    { name: "disputed", type: "unknown", source },
    { name: "odd", type: "unknown", source },
    { name: "empty", type: "unknown", source },
    { name: "job:requests:rate5m", type: "unknown", source },
  ]);
  expect(metrics.metric("latency_seconds_bucket")).toBeUndefined();
});
