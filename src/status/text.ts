import { grouped } from "../syntax/grouped.js";
import { formatDuration } from "../promql/durations.js";
import type { CountedName } from "../prometheus/index.js";
import { type Colors, severityPaint } from "../report/colors.js";
import { tableLines } from "../report/table.js";
import { visible } from "../report/visible.js";
import { plural } from "../syntax/plural.js";
import type { JobStatus } from "./jobs.js";
import type { ServerStatus } from "./status.js";

/** A status for a reader, at a moment: sections of a few lines each. Ends with a line break. */
export function statusText(status: ServerStatus, colors: Colors, now: Date): string {
  const sections = [
    serverSection(status, colors, now),
    jobsSection(status, colors),
    droppedSection(status, colors),
    rulesSection(status, colors, now),
    storageSection(status, colors),
    odditiesSection(status, colors),
    unreadSection(status, colors),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function serverSection(status: ServerStatus, colors: Colors, now: Date): readonly string[] {
  const { server, build, runtime, retention, flags = {}, features, intervals, alertmanagers } = status;
  const name = build ? `${build.application ?? "Prometheus"} ${build.version}` : "Server";
  const up = runtime?.startTime ? `, up ${age(runtime.startTime, now)}` : "";
  const limits = [retention?.time, retention?.size].filter((limit) => limit !== undefined);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["retention", limits.join(" or ") || undefined],
    [
      "intervals",
      intervals && `scrape ${formatDuration(intervals.scrape)}, rules ${formatDuration(intervals.evaluation)}`,
    ],
    ["flags", Object.entries(flags).map(flagText).join(", ") || undefined],
    ["features", features.join(", ") || undefined],
    ["Alertmanagers", alertmanagers && (alertmanagers.join(", ") || "none")],
  ];
  const rows = facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));
  return [
    `${colors.bold(visible(name))} at ${visible(server)}${up}`,
    ...tableLines(rows, (text, _, column) => (column === 0 ? colors.dim(text) : text)).map(indented),
  ];
}

function flagText([name, value]: readonly [string, string]): string {
  return value === "true" ? name : `${name}=${value}`;
}

function jobsSection({ jobs }: ServerStatus, colors: Colors): readonly string[] {
  if (!jobs) return [];
  if (jobs.length === 0) return [colors.bold("Jobs"), "  none"];
  const rows = jobs.map(({ job, interval, discovered, active, up, down, dropped }) => [
    ...[nameOf(job), interval === undefined ? "" : formatDuration(interval)],
    ...[discovered, active, up, down, dropped],
  ]);
  const paint = (text: string, row: number, column: number): string => {
    if (row === 0) return colors.dim(text);
    const status = jobs[row - 1];
    if (column === 5 && status && status.down > 0) return colors.red(text);
    return column === 3 && status?.active === 0 ? colors.yellow(text) : text;
  };
  const head = ["job", "interval", "discovered", "active", "up", "down", "dropped"];
  return [colors.bold("Jobs"), ...tableLines([head, ...rows], paint).map(indented)];
}

function droppedSection({ jobs = [] }: ServerStatus, colors: Colors): readonly string[] {
  const lines = jobs.flatMap((status) => droppedLines(status, colors));
  return lines.length > 0 ? [colors.bold("Discovered, but not scraped"), ...lines] : [];
}

function droppedLines({ job, discovered, whyDropped }: JobStatus, colors: Colors): readonly string[] {
  if (whyDropped.length === 0) return [];
  const lines = whyDropped.flatMap(({ count, message, meaning }) => [
    `    ${count} of ${discovered}: ${visible(message)}`,
    ...(meaning === undefined ? [] : [`      ${colors.dim(visible(meaning))}`]),
  ]);
  return [`  ${visible(nameOf(job))}`, ...lines];
}

function rulesSection({ rules, alerts = [] }: ServerStatus, colors: Colors, now: Date): readonly string[] {
  const rows = alerts.map(({ name, severity = "", firing, pending, since }) => [
    ...[name, severity, firing, pending],
    since ? age(since, now) : "",
  ]);
  const table = tableLines([["alert", "severity", "firing", "pending", "for"], ...rows], (text, row, column) => {
    if (row === 0) return colors.dim(text);
    return column === 2 && (alerts[row - 1]?.firing ?? 0) > 0 ? colors.red(text) : text;
  });
  const counts = rules && [
    `${rules.alerting} alerting, ${rules.recording} recording in ${plural(rules.groups, "group")}`,
    ...(rules.failing.length > 0 ? [colors.red(`${rules.failing.length} failing`)] : []),
    ...(rules.slow.length > 0 ? [colors.yellow(plural(rules.slow.length, "slow group"))] : []),
  ];
  if (!counts && rows.length === 0) return [];
  return [
    colors.bold("Rules and alerts"),
    ...(counts ? [indented(counts.join(", "))] : []),
    ...(rows.length > 0 ? table.map(indented) : []),
  ];
}

/** How many of the heaviest metrics and labels one screen has room for. */
const shownNames = 5;

function storageSection({ storage }: ServerStatus, colors: Colors): readonly string[] {
  if (!storage) return [];
  const { head, seriesByMetric, valuesByLabel } = storage;
  const cellsOf = (entry: CountedName | undefined) => (entry ? [entry.count, entry.name] : ["", ""]);
  const count = Math.min(shownNames, Math.max(seriesByMetric.length, valuesByLabel.length));
  const rows = Array.from({ length: count }, (_, k) => [...cellsOf(seriesByMetric[k]), ...cellsOf(valuesByLabel[k])]);
  const table = tableLines([["series", "of metric", "values", "of label"], ...rows], (text, row) =>
    row === 0 ? colors.dim(text) : text,
  );
  return [
    `${colors.bold("Storage")}${head ? `: ${head.series} series in memory` : ""}`,
    ...(rows.length > 0 ? table.map(indented) : []),
  ];
}

function odditiesSection({ oddities }: ServerStatus, colors: Colors): readonly string[] {
  if (oddities.length === 0) return [`${colors.bold("Oddities")}: none`];
  const lines = oddities.flatMap(({ severity, message, help }) => [
    `  ${severityPaint(severity, colors)(`${severity}:`)} ${visible(message)}`,
    `    ${colors.dim("help:")} ${visible(help)}`,
  ]);
  return [colors.bold("Oddities"), ...lines];
}

function unreadSection({ unread }: ServerStatus, colors: Colors): readonly string[] {
  if (unread.length === 0) return [];
  const byReason = grouped(unread, ({ reason }) => reason);
  const parts = Array.from(
    byReason,
    ([reason, own]) => `${own.map(({ part }) => part).join(", ")}: ${visible(reason)}`,
  );
  return [`${colors.dim("Not read:")} ${parts.join("; ")}`];
}

/** An old server does not tell of every dropped target which job it is of. */
function nameOf(job: string): string {
  return job === "" ? "(job not told)" : job;
}

/** How long ago, in the two largest units at most. */
function age(since: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000));
  const unit = seconds >= 86_400 ? 3600 : seconds >= 3600 ? 60 : 1;
  return formatDuration(Math.floor(seconds / unit) * unit);
}

function indented(line: string): string {
  return `  ${line}`;
}
