/** The data that a server answers with, by the path of its API: one of kube-prometheus-stack on a small cluster. */
export function statusAnswers(now: number): Readonly<Record<string, unknown>> {
  const ago = (hours: number) => new Date(now - (hours * 3600 + 20) * 1000).toISOString();
  return {
    "status/buildinfo": {
      version: "3.5.0",
      revision: "8be3a9560fbdd18a94dedec4b747c35178177202",
      goVersion: "go1.24.5",
    },
    "status/runtimeinfo": {
      startTime: ago(75),
      reloadConfigSuccess: true,
      lastConfigTime: ago(75),
      corruptionCount: 0,
      storageRetention: "5d or 10GiB",
    },
    "status/flags": {
      "enable-feature": "",
      "query.lookback-delta": "5m",
      "query.timeout": "2m",
      "web.enable-lifecycle": "true",
    },
    "status/config": { yaml: JSON.stringify(configuration) },
    "status/tsdb": {
      headStats: { numSeries: 81_320, numLabelPairs: 5120, chunkCount: 162_640 },
      seriesCountByMetricName: counted({
        apiserver_request_duration_seconds_bucket: 11_340,
        etcd_request_duration_seconds_bucket: 6912,
      }),
      labelValueCountByLabelName: counted({ __name__: 1840, le: 310, pod: 96 }),
      memoryInBytesByLabelName: counted({ __name__: 68_080 }),
      seriesCountByLabelValuePair: counted({ "job=apiserver": 24_110 }),
    },
    targets: { activeTargets: active, droppedTargets: dropped, droppedTargetCounts: { [apiserver]: 8, [nginx]: 9 } },
    rules: { groups: ruleGroups },
    alerts: {
      alerts: [
        {
          labels: { alertname: "TargetDown", severity: "warning" },
          annotations: {},
          state: "firing",
          activeAt: ago(2),
          value: "1e+00",
        },
      ],
    },
    alertmanagers: { activeAlertmanagers: [], droppedAlertmanagers: [] },
    query: { resultType: "vector", result: [] },
  };
}

const meta = "__meta_kubernetes";
const apiserver = "serviceMonitor/monitoring/kube-prometheus-stack-apiserver/0";
const nginx = "serviceMonitor/monitoring/nginx/0";
const node = "serviceMonitor/monitoring/node-exporter/0";

const printed = { separator: ";", regex: "(.*)", replacement: "$1", action: "replace" };

function job(name: string, labels: Readonly<Record<string, string>>, port: string): object {
  const selector = Object.entries(labels).map(([label, value]) => ({
    ...printed,
    action: "keep",
    source_labels: [`${meta}_service_label_${label}`, `${meta}_service_labelpresent_${label}`],
    regex: `(${value});true`,
  }));
  const rules = [
    { ...printed, source_labels: ["job"], target_label: "__tmp_prometheus_job_name" },
    ...selector,
    { ...printed, action: "keep", source_labels: [`${meta}_endpoint_port_name`], regex: port },
    { ...printed, source_labels: [`${meta}_service_name`], target_label: "job", replacement: "${1}" },
  ];
  return {
    job_name: name,
    scrape_interval: "15s",
    kubernetes_sd_configs: [{ role: "endpoints" }],
    relabel_configs: rules,
  };
}

const configuration = {
  global: { scrape_interval: "15s", evaluation_interval: "15s" },
  scrape_configs: [
    job(apiserver, { component: "apiserver", provider: "kubernetes" }, "https"),
    job(node, { app_kubernetes_io_name: "prometheus-node-exporter" }, "http-metrics"),
    job(nginx, { app_kubernetes_io_name: "nginx" }, "metrics"),
  ],
};

function found(
  scrapePool: string,
  address: string,
  service: string,
  port: string,
  labels: Readonly<Record<string, string>>,
) {
  const own: Record<string, string> = {};
  for (const [label, value] of Object.entries(labels)) {
    own[`${meta}_service_label_${label}`] = value;
    own[`${meta}_service_labelpresent_${label}`] = "true";
  }
  const discoveredLabels = {
    ...{
      __address__: address,
      job: scrapePool,
      [`${meta}_service_name`]: service,
      [`${meta}_endpoint_port_name`]: port,
    },
    ...own,
  };
  return { discoveredLabels, scrapePool };
}

function scraped(scrapePool: string, address: string, service: string, lastError = ""): object {
  return {
    ...found(scrapePool, address, service, "", {}),
    labels: { job: service, instance: address },
    scrapeUrl: `http://${address}/metrics`,
    health: lastError === "" ? "up" : "down",
    lastError,
    scrapeTimeout: "10s",
  };
}

const active = [
  scraped(apiserver, "192.168.2.222:443", "kubernetes"),
  scraped(apiserver, "192.168.3.105:443", "kubernetes"),
  scraped(node, "192.168.1.123:9100", "node-exporter"),
  scraped(node, "192.168.2.41:9100", "node-exporter"),
  scraped(
    node,
    "192.168.3.7:9100",
    "node-exporter",
    'Get "http://192.168.3.7:9100/metrics": context deadline exceeded',
  ),
];

const web = { app_kubernetes_io_name: "nginx" };
const shop = { app_kubernetes_io_name: "shop" };

const dropped = [
  ...["http", "https"].map((port, k) => found(apiserver, `192.168.1.21:${8080 + k}`, "nginx", port, web)),
  ...[1, 2, 3, 4, 5, 6].map((k) => found(apiserver, `192.168.2.${k}:8080`, "shop", "http", shop)),
  ...["http", "https"].map((port, k) => found(nginx, `192.168.1.21:${8080 + k}`, "nginx", port, web)),
  ...[1, 2, 3, 4, 5, 6].map((k) => found(nginx, `192.168.2.${k}:8080`, "shop", "http", shop)),
  found(nginx, "192.168.2.222:443", "kubernetes", "https", { component: "apiserver", provider: "kubernetes" }),
];

const ruleGroups = [
  {
    name: "targets",
    file: "/etc/prometheus/rules/targets.yaml",
    interval: 15,
    evaluationTime: 0.002,
    rules: [
      {
        type: "alerting",
        name: "TargetDown",
        query: "up == 0",
        health: "ok",
        state: "firing",
        duration: 600,
        alerts: [],
      },
      {
        type: "recording",
        name: "node:cpu:ratio",
        query: "rate(node_cpu_seconds_total[5m]) / on (instance) machine_cpu_cores",
        health: "err",
        lastError: "multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)",
      },
    ],
  },
];

function counted(counts: Readonly<Record<string, number>>): readonly object[] {
  return Object.entries(counts).map(([name, value]) => ({ name, value }));
}
