import { defineRule } from "../src/lint/rule.js";
import type { Fix, Span } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const percentSign = defineRule({
  id: "percent-sign",
  summary: "A percentage is read as the remainder of a division by what follows it",
  category: "logic",
  severity: "warning",
  subject: "query",
  needs: "Binary",

  *check({ root, text }) {
    for (const { left, op, right } of nodesOf(root, "Binary")) {
      if (op.text !== "%" || left.kind !== "NumberLiteral" || left.duration) continue;

      const [, sign] = /^%\s+([-+])$/.exec(text.slice(left.span.to, right.span.from + 1)) ?? [];
      if (sign === undefined) continue;

      const at = { from: left.span.from, to: op.span.to };
      yield {
        at,
        message: `\`%\` gives the remainder of a division, so nothing is ${sign === "-" ? "subtracted" : "added"}: \`${sign}\` is the sign of what is divided by`,
        help: "leave out `%`, or write the ratio",
        fixes: [left.value, left.value / 100].map((value) => withoutSign(at, value)),
      };
    }
  },
});

function withoutSign(at: Span, value: number): Fix {
  const written = String(Number(value.toPrecision(12)));
  return { title: `Write \`${written}\``, safety: "suggestion", edits: [{ ...at, insert: written }] };
}
