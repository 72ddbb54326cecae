import { type Reading, readings } from "../src/analysis/readings.js";
import { defineRule } from "../src/lint/rule.js";
import { formatDuration } from "../src/promql/durations.js";
import type { Span } from "../src/syntax/problem.js";

export const beyondRetention = defineRule({
  id: "beyond-retention",
  summary: "A range that reaches farther back than samples are kept reads only a part of it",
  category: "selectors",
  severity: "warning",
  subject: "query",
  needs: "VectorSelector",

  *check({ root, server }) {
    const { retention } = server ?? {};
    if (!server || retention === undefined) return;
    const told = new Set<number>();
    for (const reading of readings(root)) {
      const { window, offset } = reading;
      if (window === undefined || offset === undefined || window + offset <= retention) continue;
      const at = placeOf(reading, retention);
      if (told.has(at.from)) continue;
      told.add(at.from);
      const outcome = offset >= retention ? "nothing is left of what it reads" : "the rest is missing in the result";
      yield {
        at,
        message: `the query reads back ${formatDuration(window + offset)}, and ${server.server} keeps ${formatDuration(retention)}: ${outcome}`,
      };
    }
  },
});

/** The offset where that alone is too long, else the longest range. */
function placeOf({ ranges, selector, offset = 0 }: Reading, retention: number): Span {
  const moved = [...ranges, selector].find((node) => node.offset);
  if (moved?.offset && offset >= retention) return moved.offset.span;
  // The outermost: a range within a subquery is mostly short.
  return ranges.at(-1)?.brackets ?? moved?.offset?.span ?? selector.span;
}
