import type { Parsed } from "../syntax/parse.js";
import type { Problem } from "../syntax/problem.js";
import { nodesOf } from "../syntax/walk.js";

/**
 * The problems without those of `by` or `without` behind a function that Prometheus does not have, as in `average(up) by (pod)`:
 * it was mostly meant to be an aggregation.
 */
export function withoutGroupingOfUnknown(
  { expr, text }: Pick<Parsed, "expr" | "text">,
  problems: readonly Problem[],
): readonly Problem[] {
  const unknown = new Set(problems.flatMap(({ code, at }) => (code === "unknown-function" ? [at.from] : [])));
  if (!expr || unknown.size === 0) return problems;
  const behind = new Set(
    nodesOf(expr, "Call").flatMap(({ name, span }) =>
      unknown.has(name.span.from) ? [placeBehind(text, span.to)] : [],
    ),
  );
  return problems.filter(({ code, at }) => code !== "misplaced-grouping" || !behind.has(at.from));
}

/** Where a text goes on behind a place. */
function placeBehind(text: string, place: number): number {
  let at = place;
  while (/\s/.test(text.charAt(at))) at += 1;
  return at;
}
