import type { Edit } from "../../syntax/problem.js";

/** The edit that makes one text of another: all that stands between what both begin and end with. Nothing where they are alike. */
export function changeBetween(before: string, after: string): Edit | undefined {
  const next = after.replace(/\r\n?/g, "\n");
  if (before === next) return undefined;
  const shorter = Math.min(before.length, next.length);
  let from = 0;
  while (from < shorter && before[from] === next[from]) from++;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === next[next.length - 1 - same]) same++;
  return { from, to: before.length - same, insert: next.slice(from, next.length - same) };
}
