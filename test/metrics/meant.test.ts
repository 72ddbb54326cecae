import { describe, expect, test } from "vitest";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import { meantBy } from "../../src/metrics/meant.js";
import { combineMetrics, type Metric, metricsOf } from "../../src/metrics/metrics.js";
import { seriesNames } from "../../src/metrics/series-names.js";

function meant(name: string, metrics = builtinMetrics): readonly string[] {
  return meantBy(name, metrics).map((series) => series.name);
}

describe("a name that nobody knows", () => {
  test.each<[name: string, meant: readonly string[]]>([
    ["node_cpu_secnds_total", ["node_cpu_seconds_total"]],
    ["node_memory_MemAvailabe_bytes", ["node_memory_MemAvailable_bytes"]],
    ["node_memory_memavailable_bytes", ["node_memory_MemAvailable_bytes"]],
    ["node_cpu_seconds", ["node_cpu_seconds_total"]],
    ["container_memory_usage", ["container_memory_usage_bytes"]],
    ["container_memory_working_set_bytes_total", ["container_memory_working_set_bytes"]],
    ["kube_pod_container_restarts_total", ["kube_pod_container_status_restarts_total"]],
    ["kube_deployment_status_available_replicas", ["kube_deployment_status_replicas_available"]],
    ["kubelet_running_pod", ["kubelet_running_pods"]],
    ["nginx_connections_accepts", ["nginx_connections_accepted"]],
    ["awscni_eni_alocated", ["awscni_eni_allocated"]],
    ["coredns_dns_request_total", ["coredns_dns_requests_total"]],
    ["kubelet_pleg_relist_duration_bucket", ["kubelet_pleg_relist_duration_seconds_bucket"]],
    ["kubelet_volume_inodes_free", ["kubelet_volume_stats_inodes_free"]],
  ])("%s: %j", (name, expected) => {
    expect(meant(name)).toEqual(expected);
  });

  test.each([
    "node_reboot_required",
    "node_vmstat_pgfaults",
    "node_netstat_Tcp_InSeg",
    "node_load16",
    "node_sockstat_TCP4_inuse",
    "kube_customresource_status_phases",
    "go_goroutine",
    "process_cpu_user_seconds_total",
    "http_requests_total",
    "kubelet",
    "kubelet_running",
    "kube_",
    "_",
    "",
    `node_${"a_".repeat(10_000)}`,
    `node_${"a".repeat(100_000)}`,
  ])("%.40s is like none", (name) => {
    expect(meant(name)).toEqual([]);
  });
});

test("no metric of one exporter is taken for a mistake, whoever is asked", () => {
  const known = new Set([...builtinMetrics.all()].flatMap((metric) => [...seriesNames(metric)]));
  for (const name of known)
    expect(builtinMetrics.metric(name) ?? meant(name).every((other) => known.has(other))).toBeTruthy();
});

test("the metrics of a file are asked as well, and a server leaves out what it does not have", () => {
  const orders: Metric[] = [
    { name: "shop_orders_total", type: "counter", source: "shop.txt" },
    { name: "shop_order_total", type: "counter", source: "shop.txt" },
  ];
  const metrics = combineMetrics(metricsOf(orders), builtinMetrics);
  expect(meant("shop_ordres_total", metrics)).toEqual(["shop_orders_total"]);
  const server = {
    ...metricsOf(orders),
    missing: (name: string) => (name === "shop_order_total" ? undefined : "http://prom"),
  };
  expect(meant("shop_ordre_total", combineMetrics(server, metrics))).toEqual(["shop_order_total"]);
  expect(meant("store_ordres_total", metrics)).toEqual([]);
});
