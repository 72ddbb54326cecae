import { oneValueOf } from "../src/analysis/one-value.js";
import { valueType } from "../src/analysis/value-type.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule, type Use } from "../src/lint/rule.js";
import { gluedFunction } from "../src/promql/glued-function.js";
import type { Expr, RangeSelector, Subquery } from "../src/syntax/ast.js";
import type { Fix, FixSafety } from "../src/syntax/problem.js";

export const bareRangeVector = defineRule({
  id: "bare-range-vector",
  summary: "A range vector cannot be graphed, recorded or alerted on",
  category: "selectors",
  severity: "error",
  subject: "query",

  *check(query) {
    if (query.use === "instant" || valueType(query.root) !== "matrix") return;

    const range = withoutParens(query.root);
    if (range.kind !== "RangeSelector" && range.kind !== "Subquery") return;

    const message = `a range vector holds many samples per series, so ${consequences[query.use]}`;
    const glued = gluedIn(range);
    if (glued) {
      yield { at: range.span, message, ...glued };
      return;
    }
    const { what, functions, certain } = oneValueOf(range, query);
    const safety = certain ? "review" : "suggestion";
    yield {
      at: range.span,
      message,
      help: `make one value of the samples: ${what}`,
      fixes: functions.filter((name) => fits(range, name)).map((name) => wrap(range, name, safety)),
    };
  },
});

const consequences = {
  range: "neither a graph nor an alert can use it",
  alert: "the alerting rule fails and never fires",
  record: "the recording rule fails and records nothing",
} as const satisfies Record<Exclude<Use, "instant">, string>;

/** The function that is a part of the name: `max_over_time` in `node_load1_max_over_time[1h]`. */
function gluedIn(range: RangeSelector | Subquery): { help: string; fixes: readonly Fix[] } | undefined {
  const metric = range.kind === "RangeSelector" ? range.vector.metric : undefined;
  const glued = metric && !metric.variable ? gluedFunction(metric.text) : undefined;
  if (!metric || !glued || !fits(range, glued.name)) return undefined;
  const { name } = glued;
  return {
    help: `\`${name}\` is a function: it stands before the metric, which is in parentheses`,
    fixes: [
      {
        title: `Use \`${name}()\``,
        safety: "suggestion",
        edits: [
          { ...metric.span, insert: `${name}(${glued.metric}` },
          { from: range.span.to, to: range.span.to, insert: ")" },
        ],
      },
    ],
  };
}

/** Prometheus takes `anchored` and `smoothed` ranges within few functions. */
function fits(range: RangeSelector | Subquery, name: string): boolean {
  const isExtended = range.kind === "RangeSelector" && range.extension;
  return !isExtended || name === "rate" || name === "increase";
}

function wrap({ span }: Expr, name: string, safety: FixSafety): Fix {
  const [before = "", after = ""] = name.includes("…") ? name.split("…") : [`${name}(`, ")"];
  return {
    title: `Use \`${name.replace(/\(.*/, "")}()\``,
    safety,
    edits: [
      { from: span.from, to: span.from, insert: before },
      { from: span.to, to: span.to, insert: after },
    ],
  };
}
