import { withoutParens } from "../analysis/without-parens.js";
import { metricOf, namedType } from "../analysis/selectors.js";
import type { Metrics } from "../metrics/metrics.js";
import type { QueryResult } from "../prometheus/index.js";
import { isCumulative } from "../metrics/series-type.js";
import { functionInfo } from "../promql/functions.js";
import { operatorInfo } from "../promql/operators.js";
import { assertNever, type Expr } from "../syntax/ast.js";
import { nodesOf } from "../syntax/walk.js";
import { constructsOf } from "./constructs.js";
import type { Difference } from "./difference.js";
import { seriesOf } from "./result-series.js";
import { oneStep } from "./one-step.js";
import { onlyDifference, type OnlyDifference } from "./only-difference.js";
import { colonHelp, rangeHelp, readsPast } from "./range-words.js";
import { aggregationHead, missingWords, superfluousWords } from "./step-words.js";

/** The two queries, what the first one has given, and what is known of metrics. */
interface Compared {
  readonly own: Expr;
  readonly answer: Expr;
  readonly result: QueryResult;
  readonly metrics: Metrics;
}

/**
 * Which way to look for a query with such a difference, as far as its tree and that of the answer tell. The answer is not
 * named.
 */
export function treeHelp(difference: Difference, { own, answer, result, metrics }: Compared): string | undefined {
  switch (difference.kind) {
    case "empty":
    case "order":
      return undefined;
    case "type":
      return difference.got === "matrix" ? rangeHelp(own, answer, metrics) : undefined;
    case "labels":
      return (
        superfluousHelp(own, answer) ??
        onlyHelp(own, answer) ??
        needlessAggregationHelp(difference.missing, own, answer) ??
        unknownGroupingHelp(own, result) ??
        missingHelp(own, answer)
      );
    case "series":
    case "not-empty":
      return (
        superfluousHelp(own, answer) ??
        onlyHelp(own, answer) ??
        colonHelp(own, answer) ??
        boolHelp(own, answer) ??
        missingHelp(own, answer)
      );
    case "times":
    case "factor":
      return (
        superfluousHelp(own, answer) ?? onlyHelp(own, answer) ?? colonHelp(own, answer) ?? missingHelp(own, answer)
      );
    case "complement":
    case "inverse":
      return superfluousHelp(own, answer) ?? onlyHelp(own, answer);
    case "values":
      return (
        superfluousHelp(own, answer) ??
        onlyHelp(own, answer) ??
        colonHelp(own, answer) ??
        boolHelp(own, answer) ??
        pastHelp(own, answer, metrics) ??
        missingHelp(own, answer) ??
        arithmeticHelp(own, answer)
      );
    default:
      return assertNever(difference);
  }
}

/** That a step is too many. */
function superfluousHelp(own: Expr, answer: Expr): string | undefined {
  const step = oneStep(own, answer);
  return step?.kind === "superfluous" ? superfluousWords(step) : undefined;
}

/** That a step is missing. */
function missingHelp(own: Expr, answer: Expr): string | undefined {
  const step = oneStep(own, answer);
  return step?.kind === "missing" ? missingWords(step) : undefined;
}

/** The labels are lost in an aggregation, where the answer has none. */
function needlessAggregationHelp(missing: readonly string[], own: Expr, answer: Expr): string | undefined {
  const [aggregation] = nodesOf(own, "Aggregation");
  if (missing.length === 0 || !aggregation || nodesOf(answer, "Aggregation").length > 0) return undefined;
  return `leave out \`${aggregationHead(aggregation)}\`: each series is wanted by itself`;
}

/** The result is grouped by a label that its series have not. */
function unknownGroupingHelp(own: Expr, result: QueryResult): string | undefined {
  const whole = withoutParens(own);
  if (whole.kind !== "Aggregation" || whole.grouping?.mode.text !== "by") return undefined;
  const has = new Set(seriesOf(result).flatMap(({ labels }) => Object.keys(labels)));
  const unknown = whole.grouping.labels.find(({ text }) => !has.has(text));
  return unknown && `your series have no label \`${unknown.text}\`, by which they are grouped`;
}

function onlyHelp(own: Expr, answer: Expr): string | undefined {
  const only = onlyDifference(own, answer);
  return only && `${onlyWords(only)}; everything else is as wanted`;
}

/** What the goal says is told; what the learner is to find out is not. */
function onlyWords({ role, got, wanted }: OnlyDifference): string {
  switch (role) {
    case "range":
      return `the range is \`${got}\`, where \`${wanted}\` is wanted`;
    case "step":
      return `the step of the subquery is \`${got}\`, where \`${wanted}\` is wanted`;
    case "offset":
      return `the offset is \`${got}\`, where \`${wanted}\` is wanted`;
    case "number":
      return `\`${got}\` is not the number that is wanted`;
    case "function":
      return `\`${got}()\` is not the function for this`;
    case "aggregation":
      return `\`${got}\` is not the aggregation for this`;
    case "comparison":
      return isTurned(got, wanted) ? `the comparison \`${got}\` is turned round` : `look at the comparison \`${got}\``;
    case "operator":
      return `look at the operator \`${got}\``;
    case "matcher":
      return `look at the sign \`${got}\` of a matcher`;
    case "value":
      return `look at the matcher with ${got.length > 60 ? "the long value" : `\`${got}\``}`;
    case "metric":
      return `\`${got}\` is not the metric for this`;
    default:
      return assertNever(role);
  }
}

/** Whether two comparisons keep what the other one leaves out, but perhaps for equal values. */
function isTurned(one: string, other: string): boolean {
  return (one.startsWith("<") && other.startsWith(">")) || (one.startsWith(">") && other.startsWith("<"));
}

function boolHelp(own: Expr, answer: Expr): string | undefined {
  const [has, wants] = [own, answer].map((expr) => constructsOf(expr).has("bool"));
  if (has === wants) return undefined;
  return has
    ? "`bool` makes 0 and 1 of a comparison; without it, the series that fulfil it stay as they are"
    : "a comparison leaves out series; with `bool` behind it, it makes 0 and 1 of them";
}

/** The query calculates, where the answer takes the values as they are. */
function arithmeticHelp(own: Expr, answer: Expr): string | undefined {
  const [calculates, wants] = [own, answer].map((expr) =>
    nodesOf(expr, "Binary").some(({ op }) => operatorInfo(op.text).class === "arithmetic"),
  );
  return calculates && !wants ? "nothing has to be calculated here: leave out the arithmetic" : undefined;
}

/** The values of now, where those of some time are wanted: above all the raw value of a counter. */
function pastHelp(own: Expr, answer: Expr, metrics: Metrics): string | undefined {
  const [reads, wants] = [own, answer].map((expr) => readsPast(expr));
  if (reads || !wants) return undefined;
  const counter = nodesOf(own, "VectorSelector")
    .map(metricOf)
    .find((metric) => metric && isCumulative(namedType(metric.text, metrics)));
  const ofCounters = nodesOf(answer, "Call").some(({ name }) => functionInfo(name.text)?.wants === "counter");
  return counter && ofCounters
    ? `\`${counter.text}\` is a counter: its value is what was counted since its program started; ask how much it grows`
    : "this is the newest value of each series; the goal asks for values over a time, so select a range";
}
