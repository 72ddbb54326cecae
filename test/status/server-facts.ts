import type { ActiveAlert, AlertingRule, DroppedTarget, RuleGroup, Target } from "../../src/prometheus/index.js";
import type { StatusFacts } from "../../src/status/facts.js";

/** What a server told about which nothing is odd, changed as given. */
export function factsWith(changes: Partial<StatusFacts> = {}): StatusFacts {
  return {
    server: "http://prometheus:9090",
    build: { version: "3.5.0" },
    runtime: { reloadConfigSuccess: true, corruptionCount: 0, storageRetention: "15d" },
    flags: new Map([["query.lookback-delta", "5m"]]),
    configuration: configurationOf({ node: [] }),
    discovery: { active: [target("node")], dropped: [] },
    ruleGroups: [],
    alerts: [],
    alertmanagers: { active: ["http://alertmanager:9093/api/v2/alerts"], dropped: [] },
    tsdb: { head: { series: 100 }, seriesByMetric: [], valuesByLabel: [], bytesByLabel: [], seriesByPair: [] },
    unread: [],
    ...changes,
  };
}

/** A configuration as Prometheus prints it, with the relabel rules of each job. */
export function configurationOf(jobs: Readonly<Record<string, readonly object[]>>, more: object = {}): string {
  const printed = { separator: ";", regex: "(.*)", replacement: "$1", action: "replace" };
  return JSON.stringify({
    global: { scrape_interval: "15s", evaluation_interval: "30s" },
    scrape_configs: Object.entries(jobs).map(([job_name, rules]) => ({
      job_name,
      scrape_interval: "15s",
      relabel_configs: rules.map((rule) => ({ ...printed, ...rule })),
      ...more,
    })),
  });
}

/** A target of a job that is up, changed as given. */
export function target(job: string, changes: Partial<Target> = {}): Target {
  return {
    labels: { job },
    discoveredLabels: { job },
    scrapePool: job,
    scrapeUrl: "http://10.0.0.1:9100/metrics",
    health: "up",
    scrapeTimeout: 10,
    ...changes,
  };
}

/** So many targets of a job that were dropped, with these labels. */
export function dropped(
  job: string,
  count: number,
  labels: Readonly<Record<string, string>>,
): readonly DroppedTarget[] {
  const discoveredLabels = { job, __address__: "10.0.0.1:80", ...labels };
  return Array.from({ length: count }, () => ({ scrapePool: job, discoveredLabels }));
}

/** A group with one alerting rule, changed as given. */
export function group(changes: Partial<RuleGroup> = {}, rule: Partial<AlertingRule> = {}): RuleGroup {
  const alerting: AlertingRule = {
    ...{ type: "alerting", name: "Down", query: "up == 0", labels: {}, annotations: {}, health: "ok" },
    ...{ state: "inactive", duration: 0, keepFiringFor: 0, alerts: [] },
    ...rule,
  };
  return {
    name: "basics",
    file: "rules.yml",
    interval: 30,
    limit: 0,
    evaluationTime: 0.01,
    rules: [alerting],
    ...changes,
  };
}

/** An alert with a name. */
export function alert(
  alertname: string,
  state: ActiveAlert["state"],
  activeAt: Date,
  severity = "critical",
): ActiveAlert {
  return { labels: { alertname, severity }, annotations: {}, state, activeAt, value: 1 };
}
