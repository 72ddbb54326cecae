import { formatDuration, parseDuration } from "../promql/durations.js";
import type { Severity } from "../syntax/problem.js";
import { plural } from "../syntax/plural.js";
import type { Configuration } from "./configuration.js";
import type { StatusFacts } from "./facts.js";
import { jobOddities } from "./job-oddities.js";
import type { JobStatus } from "./jobs.js";
import type { Oddity } from "./oddity.js";
import type { RulesStatus } from "./rules.js";

/** What the oddities are told from. */
export interface Findings {
  readonly facts: StatusFacts;
  /** Why the configuration cannot be read, where it cannot. */
  readonly configuration: Configuration | string | undefined;
  readonly jobs: readonly JobStatus[] | undefined;
  readonly rules: RulesStatus | undefined;
}

const order: readonly Severity[] = ["error", "warning", "info"];

/** Every oddity, the worst first. */
export function findOddities(findings: Findings): readonly Oddity[] {
  const { facts, configuration, jobs = [], rules } = findings;
  const oddities = [
    ...serverOddities(facts, configuration),
    ...jobOddities(jobs, facts.discovery?.active ?? []),
    ...intervalOddities(jobs, facts.flags),
    ...ruleOddities(rules, facts),
    ...storageOddities(facts),
  ];
  return oddities.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

function* serverOddities(
  { runtime }: StatusFacts,
  configuration: Configuration | string | undefined,
): Generator<Oddity, void> {
  if (runtime?.reloadConfigSuccess === false) {
    const since = runtime.lastConfigTime ? ` of ${runtime.lastConfigTime.toISOString()}` : "";
    yield {
      code: "reload-failed",
      severity: "error",
      message: `the last reload failed, and the server runs with the configuration${since}`,
      help: "look into the server's log for the reason, and run `promtool check config` on the file",
    };
  }
  if (runtime?.corruptionCount) {
    yield {
      code: "storage-corrupted",
      severity: "error",
      message: `the storage was found broken ${plural(runtime.corruptionCount, "time")}, and samples were lost`,
      help: "look at the disk: whether it is full, and whether it is a network file system",
    };
  }
  if (typeof configuration === "string") {
    yield {
      code: "configuration-unread",
      severity: "info",
      message: `the configuration that the server shows cannot be read: ${configuration}`,
      help: "look at `/api/v1/status/config`",
    };
  }
}

/** Where the server does not say how far back a query looks for a sample. */
const defaultLookback = 300;

function* intervalOddities(
  jobs: readonly JobStatus[],
  flags: ReadonlyMap<string, string> | undefined,
): Generator<Oddity, void> {
  const said = parseDuration(flags?.get("query.lookback-delta") ?? "");
  const lookback = typeof said === "number" && said > 0 ? said : defaultLookback;
  for (const { job, interval } of jobs) {
    if (interval === undefined || interval < lookback) continue;
    yield {
      code: "interval-too-long",
      severity: "warning",
      subject: job,
      message: `job \`${job}\` is scraped every ${formatDuration(interval)}, and a query looks back ${formatDuration(lookback)}: its series have gaps`,
      help: `scrape it at least every ${formatDuration(Math.floor(lookback / 2))}`,
    };
  }
}

function* ruleOddities(rules: RulesStatus | undefined, { alertmanagers }: StatusFacts): Generator<Oddity, void> {
  for (const { group, rule, error } of rules?.failing ?? []) {
    yield {
      code: "rule-failing",
      severity: "error",
      subject: rule,
      message: `rule \`${rule}\` of group \`${group}\` fails: ${error}`,
      help: "run its query by hand at the time of the failure, and correct it",
    };
  }
  for (const { group, interval, evaluationTime } of rules?.slow ?? []) {
    yield {
      code: "group-too-slow",
      severity: "warning",
      subject: group,
      message: `group \`${group}\` takes ${formatDuration(evaluationTime)} and is due every ${formatDuration(interval)}: evaluations are skipped`,
      help: "look for its slowest rule, and move it into a group of its own or raise the group's interval",
    };
  }
  if (rules && rules.alerting > 0 && alertmanagers?.active.length === 0) {
    yield {
      code: "no-alertmanager",
      severity: "warning",
      message: `no Alertmanager is configured or found: the alerts of ${plural(rules.alerting, "alerting rule")} reach nobody`,
      help: "look at `alerting` in the configuration",
    };
  }
}

/** A share of the head, and a number of values, above which a name is worth a look. */
const heavy = { share: 0.2, series: 10_000, values: 20_000 };

function* storageOddities({ tsdb }: StatusFacts): Generator<Oddity, void> {
  const total = tsdb?.head?.series ?? 0;
  for (const { name, count } of tsdb?.seriesByMetric ?? []) {
    if (count < heavy.series || count < heavy.share * total) continue;
    yield {
      code: "heavy-metric",
      severity: "info",
      subject: name,
      message: `\`${name}\` has ${count} of the ${total} series in memory`,
      help: "drop what nobody asks for with `metric_relabel_configs`, or aggregate it in a recording rule",
    };
  }
  for (const { name, count } of tsdb?.valuesByLabel ?? []) {
    if (count < heavy.values || name === "__name__") continue;
    yield {
      code: "heavy-label",
      severity: "info",
      subject: name,
      message: `the label \`${name}\` has ${count} values`,
      help: "look whether it holds ids, addresses or paths, which make a series each",
    };
  }
}
