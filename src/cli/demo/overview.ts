import { type Demo, type Incident, isUnderWay, lastTime } from "../../demo/index.js";
import { formatDuration } from "../../promql/durations.js";
import type { Colors } from "../../report/colors.js";
import { tableLines } from "../../report/table.js";
import { visible } from "../../report/visible.js";
import { momentText } from "../../results/moment.js";
import { plural } from "../../syntax/plural.js";
import { jobsOf } from "./jobs.js";

/** The jobs and incidents of a demo for people. Ends with a line break. */
export function overviewText(demo: Demo, colors: Colors): string {
  const { seed, now } = demo.cluster;
  const jobs = jobsOf(demo, now);
  const series = jobs.reduce((all, job) => all + job.series, 0);
  const rows = jobs.map((job) => [job.name, job.targets.length, formatDuration(job.interval / 1000), job.series]);
  const table = tableLines([["job", "targets", "interval", "series"], ...rows], (text, row) =>
    row === 0 ? colors.dim(text) : text,
  );
  const head = `The demo cluster at ${timeText(now)}, seed \`${visible(seed)}\``;
  return [
    colors.bold(`${head}: ${plural(demo.targets.length, "target")}, ${plural(series, "series", "series")}.`),
    "",
    ...table.map((line) => `  ${line}`),
    "",
    colors.bold("Incidents, each with a query that shows it while it lasts:"),
    ...demo.incidents.flatMap((incident) => ["", ...incidentLines(incident, now, colors)]),
    "",
  ].join("\n");
}

function incidentLines(incident: Incident, now: number, colors: Colors): string[] {
  const name = isUnderWay(incident, now) ? colors.red(incident.name) : colors.cyan(incident.name);
  return [`  ${name}: ${incident.title}`, `    ${spanText(incident, now)}`, `    ${incident.queries[0] ?? ""}`];
}

/** When an incident was, or is, for the last time before now. */
export function spanText(incident: Incident, now: number): string {
  const { since, until } = lastTime(incident, now);
  const again = incident.every === undefined ? "" : `, again every ${formatDuration(incident.every / 1000)}`;
  return until === undefined ? `since ${timeText(since)}` : `from ${timeText(since)} to ${timeText(until)}${again}`;
}

/** A time in milliseconds since 1970, to the second. */
export function timeText(time: number): string {
  return momentText(Math.floor(time / 1000));
}

/** The same for programs: times in seconds since 1970, intervals in seconds. Ends with a line break. */
export function overviewJson(demo: Demo): string {
  const { seed, now } = demo.cluster;
  const jobs = jobsOf(demo, now).map(({ name, targets, interval, series }) => ({
    ...{ job: name, interval: interval / 1000, series },
    targets: targets.map(({ labels }) => labels),
  }));
  const incidents = demo.incidents.map(({ since, until, every, ...incident }) => ({
    ...{ ...incident, since: since / 1000 },
    ...(until !== undefined && { until: until / 1000 }),
    ...(every !== undefined && { every: every / 1000 }),
  }));
  return `${JSON.stringify({ version: 1, seed, now: now / 1000, jobs, incidents }, null, 2)}\n`;
}
