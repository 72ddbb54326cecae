import { afterAll, beforeAll, expect, test } from "vitest";
import type { PrometheusClient } from "../../src/prometheus/index.js";
import type { ServerStatus } from "../../src/status/status.js";
import { promqlLint } from "../cli/command.js";
import { statusFaults } from "../status/validate-status.js";
import { type ConfiguredServer, startConfiguredServer } from "./configured-server.js";
import { nothing } from "./program.js";
import { describeLive } from "./server.js";

const meta = "__meta_kubernetes";
const monitor = "serviceMonitor/web/nginx/0";
const pods = "podMonitor/kube-system/aws-cni/0";

describeLive("promql-lint status on a real server", () => {
  let live: ConfiguredServer;
  let status: ServerStatus;
  beforeAll(async () => {
    const isReady = async (client: PrometheusClient) => {
      const [{ active, dropped }, groups] = await Promise.all([client.serviceDiscovery(), client.rules()]);
      const failing = groups.flatMap(({ rules }) => rules).some(({ health }) => health === "err");
      return failing && dropped.length >= 18 && active.every(({ health }) => health !== "unknown");
    };
    live = await startConfiguredServer(filesFor, isReady, ["--storage.tsdb.retention.size=1GB"]);
    const { stdout } = await promqlLint(["status", "--server", live.url, "-f", "json"]);
    expect(statusFaults(stdout)).toEqual([]);
    status = JSON.parse(stdout) as ServerStatus;
  }, 60_000);
  afterAll(() => live.stop());

  test("explains why 2 of 10 targets are scraped", () => {
    const job = status.jobs?.find((each) => each.job === monitor);
    expect(job).toMatchObject({ interval: 1, discovered: 10, active: 2, up: 1, down: 1, dropped: 8, lost: 0 });
    expect(job?.whyDropped).toMatchObject([
      {
        count: 3,
        message: `relabel rule 2 keeps only \`${meta}_service_label_app\` = \`nginx\`; these have \`coredns\` (2), none (1)`,
        meaning: "the ServiceMonitor `web/nginx` wants the label `app` = `nginx` on the service",
      },
      {
        count: 5,
        message: `relabel rule 3 keeps only \`${meta}_endpoint_port_name\` = \`metrics\`; these have \`http\` (3), \`https\` (2)`,
        meaning: "the ServiceMonitor `web/nginx` wants a port that is called `metrics`",
      },
    ]);
  });

  test("names every oddity, and no other", () => {
    expect(status.oddities.map(({ code, subject = "" }) => `${code} ${subject}`).sort()).toEqual([
      "no-alertmanager ",
      "nothing-discovered empty",
      `nothing-scraped ${pods}`,
      "rule-failing broken",
      `target-down ${monitor}`,
      "targets-lost twins",
    ]);
  });

  test("says what the server is and how long it stores", () => {
    expect(status.build?.version).toMatch(/^\d+\.\d+/);
    expect(status.retention).toEqual({ size: "1GiB" });
    expect(status.intervals).toEqual({ scrape: 1, evaluation: 1 });
    expect(status.rules).toMatchObject({ groups: 1, alerting: 1, recording: 1 });
    expect(status.storage?.seriesByMetric.length).toBeGreaterThan(0);
    expect([status.alertmanagers, status.unread]).toEqual([[], []]);
  });

  test("does so in a terminal", async () => {
    const { status: exit, stdout, stderr } = await promqlLint(["status", "--server", live.url]);
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^ {2}serviceMonitor\/web\/nginx\/0 +1s +10 +2 +1 +1 +8$/m);
    expect(stdout).toContain("    5 of 10: relabel rule 3 keeps only");
  });

  test("tells that pods declare no port", () => {
    const [group] = status.jobs?.find(({ job }) => job === pods)?.whyDropped ?? [];
    expect(group?.message).toContain("these have no declared port");
  });
});

function filesFor(server: string): Readonly<Record<string, unknown>> {
  const port = {
    [`${meta}_namespace`]: "web",
    [`${meta}_service_name`]: "nginx",
    [`${meta}_endpoint_port_name`]: "metrics",
  };
  const app = (name: string) => ({ [`${meta}_service_label_app`]: name, [`${meta}_service_labelpresent_app`]: "true" });
  const endpoint = (address: string, labels: object) => ({ targets: [address], labels: { ...port, ...labels } });
  const several = (count: number, network: string, labels: object) =>
    Array.from({ length: count }, (_, k) => endpoint(`10.0.${network}.${k}:80`, labels));
  const endpoints = [
    endpoint(server, app("nginx")),
    endpoint(nothing, app("nginx")),
    ...several(3, "1", { ...app("nginx"), [`${meta}_endpoint_port_name`]: "http" }),
    ...several(2, "2", { ...app("nginx"), [`${meta}_endpoint_port_name`]: "https" }),
    ...several(2, "3", app("coredns")),
    ...several(1, "4", {}),
  ];
  const found = [{ files: ["endpoints.json"] }];
  const jobs = [
    { job_name: "prometheus", static_configs: [{ targets: [server] }] },
    {
      job_name: monitor,
      file_sd_configs: found,
      relabel_configs: [
        { source_labels: ["job"], target_label: "__tmp_prometheus_job_name" },
        {
          action: "keep",
          source_labels: [`${meta}_service_label_app`, `${meta}_service_labelpresent_app`],
          regex: "(nginx);true",
        },
        { action: "keep", source_labels: [`${meta}_endpoint_port_name`], regex: "metrics" },
        { source_labels: [`${meta}_namespace`], target_label: "namespace" },
        { source_labels: [`${meta}_service_name`], target_label: "job", replacement: "${1}" },
        { target_label: "endpoint", replacement: "metrics" },
        { action: "hashmod", source_labels: ["__address__"], modulus: 1, target_label: "__tmp_hash" },
        { action: "keep", source_labels: ["__tmp_hash"], regex: "0" },
      ],
    },
    {
      job_name: pods,
      file_sd_configs: found,
      relabel_configs: [{ action: "keep", source_labels: [`${meta}_pod_container_port_name`], regex: "metrics" }],
    },
    { job_name: "empty", file_sd_configs: [{ files: ["none.json"] }] },
    {
      job_name: "twins",
      static_configs: [{ targets: [server, nothing] }],
      relabel_configs: [{ target_label: "__address__", replacement: server }],
    },
  ];
  const rules = [
    { alert: "Down", expr: "up == 0", labels: { severity: "critical" } },
    { record: "broken", expr: 'label_replace({job="prometheus"}, "__name__", "one", "", "")' },
  ];
  return {
    "prometheus.yml": {
      global: { scrape_interval: "1s", evaluation_interval: "1s" },
      rule_files: ["rules.json"],
      scrape_configs: jobs,
    },
    "endpoints.json": endpoints,
    "rules.json": { groups: [{ name: "basics", rules }] },
  };
}
