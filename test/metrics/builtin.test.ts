import { describe, expect, test } from "vitest";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import { clientLibraries } from "../../src/metrics/builtin/client.js";
import { kubeStateMetrics } from "../../src/metrics/builtin/kube-state-metrics.js";
import { nodeExporter } from "../../src/metrics/builtin/node-exporter.js";
import { prometheusItself } from "../../src/metrics/builtin/scrape.js";
import { metricsOfTable } from "../../src/metrics/builtin/table.js";

const all = [...builtinMetrics.all()];

test.each<[name: string, facts: string]>([
  ["up", "gauge [] of prometheus"],
  ["ALERTS", "gauge ? of prometheus"],
  ["process_start_time_seconds", "gauge seconds [] of client library"],
  ["go_gc_duration_seconds", "summary seconds [] of client library"],
  ["promhttp_metric_handler_requests_total", "counter [code] of client library"],
  ["node_cpu_seconds_total", "counter seconds [cpu mode] of node-exporter"],
  ["node_memory_MemFree_bytes", "gauge bytes [] of node-exporter"],
  ["node_netstat_Tcp_InSegs", "unknown [] of node-exporter"],
  ["node_filesystem_avail_bytes", "gauge bytes [device device_error fstype mountpoint] of node-exporter"],
  ["kube_pod_container_status_restarts_total", "counter [container namespace pod uid] of kube-state-metrics"],
  ["kube_node_spec_taint", "gauge [effect key node value] of kube-state-metrics"],
  ["kube_pod_labels", "gauge ? of kube-state-metrics"],
  ["kube_pod_created", "gauge seconds [namespace pod uid] of kube-state-metrics"],
])("%s: %s", (name, facts) => {
  const metric = builtinMetrics.metric(name);
  const labels = metric?.labels ? `[${metric.labels.join(" ")}]` : "?";
  const parts = [metric?.type, metric?.unit, labels, "of", metric?.source];
  expect(parts.filter((part) => part !== undefined).join(" ")).toBe(facts);
});

test("an unknown name has no metric", () => {
  expect(builtinMetrics.metric("no_such_metric")).toBeUndefined();
});

describe("the tables", () => {
  test("hold every name once", () => {
    const rows = [prometheusItself, clientLibraries, nodeExporter, kubeStateMetrics].flatMap((table) => [
      ...metricsOfTable(table),
    ]);
    expect(all.length).toBeGreaterThan(700);
    expect(rows.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
  });

  test("list labels in order, and none twice", () => {
    for (const { labels = [] } of all) expect(labels).toEqual([...new Set(labels)].sort());
  });

  test("agree with the names about units", () => {
    for (const { name, unit } of all) {
      const named = /_(bytes|seconds|hertz|celsius|volts|ratio|percent)(?:_total)?$/.exec(name)?.[1];
      if (named !== undefined && !name.includes("_alarm_")) expect(`${name} ${unit ?? ""}`).toBe(`${name} ${named}`);
    }
  });

  test("call what ends in _total a counter, and no other name but that", () => {
    for (const { name, type } of all)
      expect(`${name} ${String(type === "counter")}`).toBe(`${name} ${String(name.endsWith("_total"))}`);
  });

  test("have no bad row", () => {
    expect(() => [...metricsOfTable({ source: "test", rows: "\nfoo number - - Help\n" })]).toThrow(
      "the table of test has a bad row: foo number - - Help",
    );
  });
});
