import type { Edit } from "../syntax/problem.js";

/** The edit that takes away what stands between two offsets. */
export function cut(from: number, to: number): Edit {
  return { from, to, insert: "" };
}
