import type { Asked, Outcome } from "./server-answer.js";

/** Whether both servers are asked. */
export function isAskedOfBoth(asked: Asked): boolean {
  return "time" in asked || !asked.query.includes("info(");
}

export function excuses(found: Outcome, wanted: Outcome): boolean {
  if ("error" in found) return "series" in wanted && found.error.startsWith("multiple matches for labels");
  return "error" in wanted && wanted.error === "vector cannot contain metrics with the same labelset";
}

export function forgotten(note: string): string | undefined {
  if (note.includes("sort is ineffective")) return undefined;
  return note
    .replace(/, from buckets .* over \d+ samples from \S+ to \S+/, "")
    .replace(/(bucket label .*?)(?: for metric name ".*")? \(\d+:\d+\)$/, "$1")
    .replace(' for metric name ""', "");
}
