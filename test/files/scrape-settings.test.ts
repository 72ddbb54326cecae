import { describe, expect, test } from "vitest";
import { readSource } from "../../src/files/index.js";
import { scrapeSettings } from "../../src/files/scrape-settings.js";

/** The default, then the jobs, each with its seconds and where that is said. */
function intervals(files: Readonly<Record<string, string>>): string[] {
  const sources = Object.entries(files).map(([path, text]) => readSource(path, text));
  expect(sources.flatMap(({ problems }) => problems)).toEqual([]);
  const { scrapeIntervals } = scrapeSettings(sources);
  const { shortest, byJob = new Map() } = scrapeIntervals ?? {};
  const jobs = Array.from(byJob, ([job, { seconds, from }]) => `${job}: ${seconds} ${from}`);
  return [shortest ? `${shortest.seconds} ${shortest.from}` : "none", ...jobs];
}

const podMonitor = (more: string): string =>
  `kind: PodMonitor\nmetadata: {name: cni, namespace: kube-system}\nspec:\n  selector: {matchLabels: {k8s-app: aws-node}}\n${more}`;

describe("scrape intervals are read from", () => {
  test.each([
    [
      "prometheus.yml",
      "global: {scrape_interval: 1m}\nscrape_configs:\n- job_name: a\n- job_name: b\n  scrape_interval: 5m\n",
      ["60 a.yaml:1", "b: 300 a.yaml:5", "a: 60 a.yaml:1"],
    ],
    ["prometheus.yml without an interval", "scrape_configs:\n- {job_name: a}\n", ["60 a.yaml:1", "a: 60 a.yaml:1"]],
    ["prometheus.yml with other globals", "global: {a: b}\nscrape_configs: []\n", ["60 a.yaml:2"]],
    ["a Prometheus", "kind: Prometheus\nspec: {scrapeInterval: 15s}\n", ["15 a.yaml:2"]],
    ["an agent", "kind: PrometheusAgent\nspec: {scrapeInterval: 15s}\n", ["15 a.yaml:2"]],
    [
      "a PodMonitor with a label that is known",
      podMonitor("  jobLabel: k8s-app\n  podMetricsEndpoints: [{interval: 30s}]\n"),
      ["none", "aws-node: 30 a.yaml:6"],
    ],
    [
      "a PodMonitor",
      podMonitor("  podMetricsEndpoints: [{interval: 30s}]\n"),
      ["none", "kube-system/cni: 30 a.yaml:5"],
    ],
    [
      "a PodMonitor with another label",
      podMonitor("  jobLabel: a\n  podMetricsEndpoints: [{interval: 30s}]\n"),
      ["none"],
    ],
    [
      "a ServiceMonitor, whose job is the service",
      "kind: ServiceMonitor\nspec: {endpoints: [{interval: 30s}]}\n",
      ["none"],
    ],
    ["a Probe", "kind: Probe\nspec: {jobName: a, interval: 2m}\n", ["none", "a: 120 a.yaml:2"]],
    ["a ScrapeConfig", "kind: ScrapeConfig\nspec: {jobName: a, scrapeInterval: 2m}\n", ["none", "a: 120 a.yaml:2"]],
    [
      "values of kube-prometheus-stack",
      "stack:\n  prometheus:\n    prometheusSpec:\n      scrapeInterval: 30s\n      additionalScrapeConfigs:\n      - {job_name: ksh, scrape_interval: 1m}\n  kubelet:\n    serviceMonitor: {interval: 10s}\n",
      ["10 a.yaml:8", "ksh: 60 a.yaml:6"],
    ],
    [
      "values of the chart of Prometheus",
      "server: {global: {scrape_interval: 2m}}\nserverFiles: {prometheus.yml: {scrape_configs: [{job_name: a}]}}\n",
      ["120 a.yaml:1", "a: 120 a.yaml:1"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(intervals({ "a.yaml": text })).toEqual(expected);
  });
});

describe("the name of a job is not trusted", () => {
  test.each([
    "honor_labels: true",
    "relabel_configs: [{target_label: job, replacement: b}]",
    "metric_relabel_configs: [{source_labels: [a], target_label: job}]",
    "relabel_configs: [{action: labelmap, regex: (.*)}]",
    "relabel_configs: [{target_label: '$1', source_labels: [a]}]",
  ])("%s", (field) => {
    const text = `global: {scrape_interval: 1m}\nscrape_configs:\n- {job_name: a, scrape_interval: 5m, ${field}}\n`;
    expect(intervals({ "a.yaml": text })).toEqual(["60 a.yaml:1"]);
  });

  test("relabel_configs: [{target_label: node}] leaves the name of the job", () => {
    const text = "scrape_configs:\n- {job_name: a, scrape_interval: 5m, relabel_configs: [{target_label: node}]}\n";
    expect(intervals({ "a.yaml": text })).toEqual(["60 a.yaml:1", "a: 300 a.yaml:2"]);
  });
});

test("of several files the shortest counts, and where it stands is told", () => {
  expect(
    intervals({
      "a.yml": "global: {scrape_interval: 1m}\n",
      "b.yml": "# second\nglobal: {scrape_interval: 30s}\nscrape_configs: [{job_name: a, scrape_interval: 2m}]\n",
      "c.yml": "scrape_configs: [{job_name: a, scrape_interval: 3m}]\nglobal: {}\n",
    }),
  ).toEqual(["30 b.yml:2", "a: 120 b.yml:3"]);
});

describe("nothing is known of", () => {
  test.each([
    ["rules", "groups: [{name: g, interval: 1m, rules: []}]\n"],
    ["an interval that is none", "global: {scrape_interval: often}\n"],
    ["a monitor that is off", "serviceMonitor: {enabled: false, interval: 10s}\n"],
    ["a template", "global: {scrape_interval: 15s}\na: '{{ .Values.a }}'\n"],
    ["a configuration of Promtail", "clients: []\nscrape_configs: [{job_name: a}]\n"],
    ["broken YAML", "global: {scrape_interval: 15s\n"],
    ["intervals of other things", "services: {a: {healthcheck: {interval: 10s}}}\n"],
  ])("%s", (_name, text) => {
    expect(intervals({ "a.yaml": text })).toEqual(["none"]);
  });
});
