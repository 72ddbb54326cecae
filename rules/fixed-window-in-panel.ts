import { literalSeconds } from "../src/analysis/literal-seconds.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import type { RangeSelector } from "../src/syntax/ast.js";
import { nodesOf } from "../src/syntax/walk.js";

export const fixedWindowInPanel = defineRule({
  id: "fixed-window-in-panel",
  summary: "A rate over a fixed time misses what lies between the points of a graph of many days",
  category: "dashboards",
  severity: "info",
  subject: "panel",

  *check({ type, title, queries }) {
    if (!graphs.has(type)) return;

    for (const { expr, query } of queries) {
      if (query?.use !== "range") continue;
      for (const { range } of rateWindows(query)) {
        const written = query.text.slice(range.span.from, range.span.to);
        if (title.text.includes(written)) continue;

        const at = { field: expr.field, span: range.span };
        yield {
          at,
          message: `\`rate()\` looks back for \`${written}\` however far the points of the graph are apart`,
          fixes: [
            {
              title: "Use `$__rate_interval`",
              safety: "review",
              edits: [{ ...at, insert: "$__rate_interval" }],
            },
          ],
        };
      }
    }
  },
});

/** The panels that draw points over time. */
const graphs: ReadonlySet<string> = new Set(["graph", "heatmap", "timeseries"]);

/** Whoever looks back for an hour smooths on purpose, in seconds. */
const longest = 3600;

/** What the rates of a query look back on; nothing where it compares several times, or asks within a subquery. */
function rateWindows({ root }: Query): readonly RangeSelector[] {
  if (nodesOf(root, "Subquery").length > 0) return [];
  const windows = nodesOf(root, "RangeSelector").map(({ range }) => literalSeconds(range));
  if (windows.length === 0 || windows.some((seconds) => seconds !== windows[0])) return [];
  if (windows[0] === undefined || windows[0] >= longest) return [];
  return nodesOf(root, "Call").flatMap(({ name, args }) => {
    const window = args[0] && withoutParens(args[0]);
    return name.text === "rate" && window?.kind === "RangeSelector" && !window.extension ? [window] : [];
  });
}
