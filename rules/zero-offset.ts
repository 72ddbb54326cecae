import { defineRule } from "../src/lint/rule.js";
import type { Expr, RangeSelector, Subquery, VectorSelector } from "../src/syntax/ast.js";
import type { Edit, Span } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";
import { isZeroDuration } from "../src/syntax/zero-duration.js";

export const zeroOffset = defineRule({
  id: "zero-offset",
  summary: "An offset of nothing moves nothing",
  category: "style",
  severity: "info",
  subject: "query",

  *check({ root, text }) {
    for (const node of offsetNodes(root)) {
      const { offset } = node;
      if (!offset || !isZeroDuration(offset.duration)) continue;

      const { from, to } = offset.duration.span;
      yield {
        at: offset.span,
        message: `\`${text.slice(from, to)}\` is no time, so \`offset\` moves nothing`,
        fixes: [
          { title: "Remove the offset", safety: "safe", edits: [removal(text, beginOfModifiers(node), offset.span)] },
        ],
      };
    }
  },
});

type Offsettable = VectorSelector | RangeSelector | Subquery;

function* offsetNodes(root: Expr): Iterable<Offsettable> {
  for (const kind of ["VectorSelector", "RangeSelector", "Subquery"] as const) yield* nodesOf(root, kind);
}

function beginOfModifiers(node: Offsettable): number {
  return node.kind === "VectorSelector" ? node.span.from : node.brackets.to;
}

/** With the space before it; a line break that ends a comment stays. */
function removal(text: string, begin: number, { from, to }: Span): Edit {
  const before = text.slice(begin, from);
  const line = before.lastIndexOf("\n") + 1;
  const isAfterComment = before.includes("#") && before.slice(line).trim() === "";
  return { from: begin + (isAfterComment ? line : before.trimEnd().length), to, insert: "" };
}
