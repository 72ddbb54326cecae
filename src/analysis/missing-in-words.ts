import type { ServerFacts } from "../metrics/server-facts.js";
import { formatDuration } from "../promql/durations.js";
import { plural } from "../syntax/plural.js";

/** For how long a selection has been empty: `for 3h, since 2026-03-02 09:14 UTC`; nothing where there never was a series, or nobody knows. */
export function emptySince(selection: string, server: ServerFacts): string | undefined {
  const seen = server.lastSeen(selection);
  if (typeof seen !== "number") return undefined;
  const since = new Date(seen * 1000).toISOString().slice(0, 16).replace("T", " ");
  return `for ${ageInWords(server.time - seen)}, since ${since} UTC`;
}

/** The labels by which a target is named. */
export type TargetLabel = "job" | "instance";

/** Why the targets with a job or an instance give nothing: there is none, or which are down; nothing where that explains nothing. */
export function targetsInWords(
  label: TargetLabel,
  value: string,
  { targets, server }: ServerFacts,
): string | undefined {
  if (!targets) return undefined;
  const own = targets.filter((target) => target[label] === value);
  if (own.length === 0) return `no target of ${server} has the ${label} \`${value}\``;
  const down = own.filter(({ health }) => health === "down");
  const [first] = down;
  if (!first) return undefined;
  const name = `\`${first.instance}\` of the job \`${first.job}\``;
  const reason = first.lastError ? `: ${first.lastError}` : "";
  if (down.length === 1) return `the target ${name} is down${reason}`;
  return `${down.length} of ${plural(own.length, "target")} are down, such as ${name}${reason}`;
}

/** As exact as anybody cares: minutes, then hours, then days. */
function ageInWords(seconds: number): string {
  const unit = seconds < 2 * 3600 ? 60 : seconds < 2 * 86_400 ? 3600 : 86_400;
  return formatDuration(Math.max(unit, Math.round(seconds / unit) * unit));
}
