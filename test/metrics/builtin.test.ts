import { describe, expect, test } from "vitest";
import { builtinMetrics, metricTables } from "../../src/metrics/builtin.js";
import { metricsOfTable, tableMetrics } from "../../src/metrics/builtin/table.js";
import { firstWord } from "../../src/metrics/metrics.js";

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
  ["container_cpu_usage_seconds_total", "counter seconds ? of cadvisor"],
  ["container_fs_inodes_total", "gauge ? of cadvisor"],
  ["container_memory_cache", "gauge bytes ? of cadvisor"],
  ["machine_memory_bytes", "gauge bytes ? of cadvisor"],
  ["kubelet_volume_stats_used_bytes", "gauge bytes [namespace persistentvolumeclaim] of kubelet"],
  ["kubelet_evictions", "counter [eviction_signal] of kubelet"],
  ["pod_cpu_usage_seconds_total", "counter seconds [namespace pod] of kubelet"],
  ["kubeproxy_sync_proxy_rules_duration_seconds", "histogram seconds [ip_family] of kube-proxy"],
  ["apiserver_current_inflight_requests", "gauge [request_kind] of kube-apiserver"],
  ["etcd_request_duration_seconds", "histogram seconds [operation type] of kube-apiserver"],
  ["scheduler_pending_pods", "gauge [queue] of kube-scheduler"],
  ["node_collector_evictions_total", "counter [zone] of kube-controller-manager"],
  ["workqueue_depth", "gauge [controller name priority] of kubernetes"],
  ["rest_client_requests_total", "counter [code host method] of kubernetes"],
  ["coredns_cache_entries", "gauge [server type view zones] of coredns"],
  ["awscni_eni_allocated", "gauge [] of aws-vpc-cni"],
  ["awscni_add_ip_req_count", "counter [] of aws-vpc-cni"],
  ["awscni_aws_api_latency_ms", "summary milliseconds [api error status] of aws-vpc-cni"],
  ["nginx_connections_accepted", "counter [] of nginx-exporter"],
  ["nginx_connections_active", "gauge [] of nginx-exporter"],
  ["prometheus_http_requests_total", "counter [code handler] of prometheus"],
  ["prometheus_tsdb_head_max_time", "gauge milliseconds [] of prometheus"],
  ["node_hwmon_temp_crit_alarm_celsius", "gauge [chip sensor] of node-exporter"],
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
    expect(all.length).toBeGreaterThan(1400);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  test.each(metricTables.map((table) => [table.source, table] as const))("%s: begin as is said", (_, table) => {
    const { own = [], shared = [] } = table;
    const words = new Set([...metricsOfTable(table)].map(({ name }) => firstWord(name)));
    expect([...words].toSorted()).toEqual([...own, ...shared].toSorted());
  });

  test("answer for each of their metrics", () => {
    for (const metric of all) expect(builtinMetrics.metric(metric.name)).toEqual(metric);
  });

  test("list labels in order, and none twice", () => {
    for (const { labels = [] } of all) expect(labels).toEqual([...new Set(labels)].sort());
  });

  test("call what ends in _total a counter, but for the names that mislead", () => {
    const misleading = all.filter(({ name, type }) => name.endsWith("_total") && type !== "counter");
    expect(misleading.map(({ name }) => name)).toEqual([
      "container_fs_inodes_total",
      "container_network_advance_tcp_stats_total",
      "container_network_tcp6_usage_total",
      "container_network_tcp_usage_total",
      "container_network_udp6_usage_total",
      "container_network_udp_usage_total",
      "volume_manager_selinux_container_errors_total",
      "volume_manager_selinux_container_warnings_total",
      "volume_manager_selinux_pod_context_mismatch_errors_total",
      "volume_manager_selinux_pod_context_mismatch_warnings_total",
      "volume_manager_selinux_volume_context_mismatch_errors_total",
      "volume_manager_selinux_volume_context_mismatch_warnings_total",
      "volume_manager_selinux_volumes_admitted_total",
      "kubeproxy_sync_proxy_rules_iptables_total",
      "kubeproxy_sync_proxy_rules_no_local_endpoints_total",
    ]);
  });

  test.each(["node_exporter", "node-exporter", "kube-state-metrics", "kubelet", "coredns"])(
    "%s is no metric",
    (name) => {
      expect(builtinMetrics.metric(name)).toBeUndefined();
    },
  );

  test("know who may be meant by a name that begins like their own", () => {
    const sources = (name: string) =>
      new Set(Array.from(builtinMetrics.relatives?.(name) ?? [], ({ source }) => source));
    expect(sources("node_cpu_secnds_total")).toEqual(new Set(["node-exporter"]));
    expect(sources("kubelet_running_pod")).toEqual(new Set(["kubelet"]));
    expect(sources("node_vmstat_pgfree")).toEqual(new Set());
    expect(sources("process_cpu_secnds_total")).toEqual(new Set());
    expect(sources("app_requests")).toEqual(new Set());
  });

  test("have no bad row", () => {
    const bad = { source: "test", own: ["foo"], rows: "\nfoo number - Help\n" };
    expect(() => [...metricsOfTable(bad)]).toThrow("the table of test has a bad row: foo number - Help");
    expect(() => tableMetrics([bad]).metric("foo")).toThrow("the table of test has a bad row: foo number - Help");
  });
});
