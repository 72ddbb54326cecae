import { live } from "../src/analysis/labels/branch.js";
import { flipped, foldConstant } from "../src/analysis/values/constant.js";
import { labels } from "../src/analysis/labels/labels.js";
import { causeOf } from "../src/analysis/values/range-cause.js";
import { mayHaveBounds, rangesOfValues } from "../src/analysis/values/ranges.js";
import { nameSameMetrics } from "../src/analysis/same-metrics.js";
import { areDisjoint, outcomeOf, type ValueRange } from "../src/analysis/values/value-range.js";
import { metricOf } from "../src/analysis/selectors.js";
import { valueType } from "../src/analysis/value-type.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule, type Finding, type Query } from "../src/lint/rule.js";
import { operatorInfo } from "../src/promql/operators.js";
import type { Binary, Expr, VectorSelector } from "../src/syntax/ast.js";
import { print } from "../src/syntax/print.js";
import { nodesOf } from "../src/syntax/walk.js";
import { nodesWithin } from "../src/syntax/within.js";

export const constantComparison = defineRule({
  id: "constant-comparison",
  summary: "A comparison comes out the same whatever the data are",
  category: "logic",
  severity: "warning",
  subject: "query",
  needs: "Binary",

  *check(query) {
    const rangeOf = rangesOfValues(query.metrics);
    for (const binary of nodesOf(query.root, "Binary")) {
      if (!isComparison(binary) || !mayBeDecided(binary)) continue;

      const [left, right] = [rangeOf(binary.left), rangeOf(binary.right)];
      const outcome = binary.fill ? undefined : outcomeOf(binary.op.text, left, right);
      if (!outcome || isToldElsewhere(binary, outcome, query)) continue;
      if (outcome === "always" && asksForExistence(binary, left, right)) continue;

      yield {
        at: { from: binary.op.span.from, to: (binary.bool ?? binary.op).span.to },
        message: `the comparison is ${outcome} true, so ${effectOf(binary, outcome)}`,
        ...causesOf(left, right),
      };
    }
    yield* impossiblePairs(query, rangeOf);
  },
});

function isComparison({ op }: Binary): boolean {
  return operatorInfo(op.text).class === "comparison";
}

/** Most comparisons are with a number, and of what may have any value. */
function mayBeDecided({ op, left, right }: Binary): boolean {
  const [limit, other] = right.kind === "NumberLiteral" ? [right, left] : [left, right];
  if (limit.kind !== "NumberLiteral" || !Number.isFinite(limit.value)) return true;
  const comparison = limit === right ? op.text : flipped(op.text);
  return mayHaveBounds(other, limit.value <= 0 && comparison !== ">" && comparison !== ">=");
}

type Outcome = "always" | "never";

function effectOf(binary: Binary, outcome: Outcome): string {
  if (!binary.bool) return outcome === "always" ? "it leaves nothing out" : "nothing is returned";
  const result = valueType(binary) === "scalar" ? "the result" : "every value";
  return `${result} is ${outcome === "always" ? 1 : 0}`;
}

function causesOf(...ranges: readonly ValueRange[]): Pick<Finding, "because"> {
  const causes = ranges.map(causeOf).filter((cause) => cause !== undefined);
  return causes.length > 0 ? { because: causes.map(({ why, span }) => ({ at: span, message: why })) } : {};
}

/** Other rules tell what a count that is compared with too little means, and that an alert always returns something. */
function isToldElsewhere({ left, right }: Binary, outcome: Outcome, { use, root }: Query): boolean {
  if (outcome === "never") return [left, right].some((side) => counts.has(operationOf(side)));
  return use === "alert" && live(labels(root)).some(({ alwaysReturns }) => alwaysReturns);
}

const counts: ReadonlySet<string> = new Set(["count", "count_over_time"]);

/** `absent(x) == 1` says the same as `absent(x)`, and says it on purpose: a 0 would not fulfil it. */
function asksForExistence({ left, right, op }: Binary, { min }: ValueRange, range: ValueRange): boolean {
  if (tellsExistence.has(operationOf(left))) return foldConstant(op.text, 0, range.min) === 0;
  return tellsExistence.has(operationOf(right)) && foldConstant(op.text, min, 0) === 0;
}

const tellsExistence: ReadonlySet<string> = new Set([
  ...counts,
  "absent",
  "absent_over_time",
  "group",
  "present_over_time",
]);

function operationOf(expr: Expr): string {
  const inner = withoutParens(expr);
  if (inner.kind === "Aggregation") return inner.op.text;
  return inner.kind === "Call" ? inner.name.text : "";
}

/** `x > 5 and x < 3`: both sides let values of the same series pass, and none of them passes both. */
function* impossiblePairs({ root }: Query, rangeOf: (expr: Expr) => ValueRange): Iterable<Finding> {
  for (const { op, left, right, matching } of nodesOf(root, "Binary")) {
    if (op.text !== "and" || matching) continue;

    const [low, high] = [filterIn(left), filterIn(right)];
    if (!low || !high) continue;
    const [a, b] = [comparedSeries(low, root), comparedSeries(high, root)];
    if (!a || !b || a.kind !== b.kind || !readSameMetrics(a, b, root)) continue;
    if (!areDisjoint(rangeOf(left), rangeOf(right)) || print(a) !== print(b)) continue;

    yield {
      at: op.span,
      message: "no value passes the comparisons on both sides, so nothing is returned",
      ...causesOf(rangeOf(left), rangeOf(right)),
    };
  }
}

function readSameMetrics(a: Expr, b: Expr, root: Expr): boolean {
  return nameSameMetrics(selectorsIn(a, root), selectorsIn(b, root));
}

function selectorsIn({ span }: Expr, root: Expr): readonly VectorSelector[] {
  return nodesWithin(nodesOf(root, "VectorSelector"), span);
}

function filterIn(expr: Expr): Binary | undefined {
  const inner = withoutParens(expr);
  return inner.kind === "Binary" && !inner.bool && isComparison(inner) ? inner : undefined;
}

/** What is compared with a number; nothing where a metric without a fixed name may give several series with the same labels. */
function comparedSeries({ left, right }: Binary, root: Expr): Expr | undefined {
  const compared = valueType(right) === "scalar" ? left : valueType(left) === "scalar" ? right : undefined;
  if (!compared || valueType(compared) !== "vector") return undefined;
  const isNamed = selectorsIn(compared, root).every((selector) => metricOf(selector));
  return isNamed ? withoutParens(compared) : undefined;
}
