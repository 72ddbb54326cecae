/** What labels of an exporter's metrics are called since a version. */
export interface RemovedLabelTable {
  readonly exporter: string;
  /** The first version without them. */
  readonly version: string;
  /** The metrics, in which `*` stands for any text; or all metrics of a table, by its source. */
  readonly metrics: readonly string[] | { readonly source: string };
  /** The new names by the old ones. */
  readonly labels: Readonly<Record<string, string>>;
  /** What else is different. */
  readonly change?: string;
}

/**
 * Sources: https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.16.md (removed metrics),
 * https://github.com/kubernetes/kubernetes/pull/96236, https://github.com/kubernetes/kubernetes/pull/106539,
 * https://github.com/prometheus/node_exporter/releases/tag/v1.0.0.
 */
export const removedLabelTables: readonly RemovedLabelTable[] = [
  {
    exporter: "Kubernetes",
    version: "1.16",
    metrics: { source: "cadvisor" },
    labels: { pod_name: "pod", container_name: "container" },
  },
  {
    exporter: "Kubernetes",
    version: "1.16",
    metrics: ["prober_probe_total"],
    labels: { pod_name: "pod", container_name: "container" },
  },
  {
    exporter: "Kubernetes",
    version: "1.20",
    metrics: ["apiserver_flowcontrol_*"],
    labels: { priorityLevel: "priority_level", flowSchema: "flow_schema" },
  },
  {
    exporter: "Kubernetes",
    version: "1.24",
    metrics: ["rest_client_request_duration_seconds*", "rest_client_rate_limiter_duration_seconds*"],
    labels: { url: "host" },
    change: "which holds the host of the URL alone",
  },
  {
    exporter: "node exporter",
    version: "1.0",
    metrics: ["node_systemd_service_restart_total"],
    labels: { state: "name" },
  },
];
