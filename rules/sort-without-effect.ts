import { cut } from "../src/analysis/cut.js";
import { isSort, lostOrders, type LostOrder } from "../src/analysis/labels/lost-order.js";
import { hasOnlyFloats } from "../src/analysis/only-floats.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import type { Expr } from "../src/syntax/ast.js";
import type { Edit, Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const sortWithoutEffect = defineRule({
  id: "sort-without-effect",
  summary: "The order of sorted series is lost on the way to whoever would see it",
  category: "style",
  severity: "info",
  subject: "query",
  needs: "Call",

  *check(query) {
    if (!nodesOf(query.root, "Call").some(isSort)) return;

    for (const lost of lostOrders(query.root, endOf(query))) {
      const { name, args } = lost.call;
      const [sorted] = args;
      const fix = sorted && removing(lost, sorted, query.text);
      yield {
        at: name.span,
        message: `the order that \`${name.text}()\` makes is lost ${lost.where}`,
        ...(fix ? { fixes: [fix] } : { help: `remove \`${name.text}()\`` }),
      };
    }
  },
});

/** Where the order of the result is lost. Nothing is known of a query that is given without its use. */
function endOf({ use, isUseKnown }: Query): string | undefined {
  if (!isUseKnown) return undefined;
  switch (use) {
    case "instant":
      return undefined;
    case "range":
      return "in the result over a range, which has an order of its own";
    case "alert":
      return "in the alerts, which have none";
    case "record":
      return "in the recorded series, which have none";
  }
}

function removing(lost: LostOrder, sorted: Expr, text: string): Fix | undefined {
  const { name, span } = lost.call;
  if (isSeenBy(lost.parent, sorted)) return undefined;

  const isWhole = lost.isDelimited || !(sorted.kind === "Binary" || sorted.kind === "Unary");
  const edits: readonly Edit[] = isWhole
    ? [cut(span.from, sorted.span.from), cut(sorted.span.to, span.to)]
    : [cut(name.span.from, name.span.to), cut(sorted.span.to, span.to - 1)];
  if (edits.some(({ from, to }) => text.slice(from, to).includes("#"))) return undefined;

  // `sort()` and `sort_desc()` leave native histograms out.
  const keepsSeries = name.text.startsWith("sort_by_label") || hasOnlyFloats(sorted);
  const safety = keepsSeries && !lost.shows ? "safe" : "review";
  return { title: `Remove \`${name.text}()\``, safety, edits: edits.filter(({ from, to }) => from < to) };
}

/** `absent()` and `timestamp()` treat a selector in a way of their own, and two aggregations alike may be one. */
function isSeenBy(parent: Expr | undefined, sorted: Expr): boolean {
  if (parent?.kind === "Call") return /^(?:absent|timestamp|start_timestamp)$/.test(parent.name.text);
  const inner = withoutParens(sorted);
  return parent?.kind === "Aggregation" && inner.kind === "Aggregation" && inner.op.text === parent.op.text;
}
