import { isFunction } from "../../analysis/explain-functions.js";
import { metricOf, namedType } from "../../analysis/selectors.js";
import { withoutParens } from "../../analysis/without-parens.js";
import type { Metrics } from "../../metrics/metrics.js";
import { isCumulative } from "../../metrics/series-type.js";
import type { QueryResult } from "../../prometheus/index.js";
import { functionInfo } from "../../promql/functions.js";
import { operatorInfo } from "../../promql/operators.js";
import { assertNever, type Expr } from "../../syntax/ast.js";
import { lex } from "../../syntax/lex.js";
import { print } from "../../syntax/print.js";
import { nodesOf } from "../../syntax/walk.js";
import { constructsOf } from "../constructs.js";
import type { Difference } from "./difference.js";
import { metricsIn } from "./exercise-metrics.js";
import { matcherDifference, matcherWords } from "./matcher-difference.js";
import { type OneStep, oneStep } from "./one-step.js";
import { onlyDifference } from "./only-difference.js";
import { onlyWords } from "./only-words.js";
import { colonHelp, rangeHelp, readsPast } from "./range-words.js";
import { seriesOf } from "./result-series.js";
import { aggregationHead, stepWords } from "./step-words.js";

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
export function treeHelp(difference: Difference, compared: Compared): string | undefined {
  for (const help of helpsFor(difference)) {
    const said = help(compared);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** What can be said of two queries. */
type Help = (compared: Compared) => string | undefined;

/** What may be said of a difference, what counts most first. */
function helpsFor(difference: Difference): readonly Help[] {
  switch (difference.kind) {
    case "empty":
    case "order":
      return [];
    case "type":
      return difference.got === "matrix" ? [({ own, answer, metrics }) => rangeHelp(own, answer, metrics)] : [];
    case "labels": {
      const needless: Help = ({ own, answer }) => needlessAggregationHelp(difference.missing, own, answer);
      return [superfluousHelp, onlyHelp, needless, unknownGroupingHelp, matcherHelp, missingHelp, metricsHelp];
    }
    case "series":
    case "not-empty":
      return [superfluousHelp, onlyHelp, colonHelp, boolHelp, matcherHelp, missingHelp, placesHelp, metricsHelp];
    case "times":
    case "factor":
      return [superfluousHelp, onlyHelp, colonHelp, matcherHelp, turnedHelp, missingHelp, placesHelp];
    case "complement":
    case "inverse":
      return [superfluousHelp, onlyHelp];
    case "values":
      return [
        ...[superfluousHelp, onlyHelp, colonHelp, boolHelp, matcherHelp, turnedHelp],
        ...[metricsHelp, pastHelp, missingHelp, placesHelp, leftSideHelp, arithmeticHelp],
      ];
    default:
      return assertNever(difference);
  }
}

const superfluousHelp = stepHelp("superfluous");
const turnedHelp = stepHelp("turned");
const missingHelp = stepHelp("missing");

/** That one step is of this kind. */
function stepHelp(kind: OneStep["kind"]): Help {
  return ({ own, answer }) => {
    const step = oneStep(own, answer);
    return step?.kind === kind ? stepWords(step) : undefined;
  };
}

function onlyHelp({ own, answer }: Compared): string | undefined {
  const only = onlyDifference(own, answer);
  return only && `${onlyWords(only)}; everything else is as wanted`;
}

function matcherHelp({ own, answer }: Compared): string | undefined {
  const difference = matcherDifference(own, answer);
  return difference && matcherWords(difference);
}

/** That all words are there, and something else is computed first. */
function placesHelp({ own, answer }: Compared): string | undefined {
  const [ours, theirs] = [own, answer].map((expr) => {
    const words = lex(print(expr)).lexemes.filter(({ type }) => type !== "(" && type !== ")");
    return words.map(({ text }) => text);
  });
  if (!ours || !theirs || ours.length !== theirs.length) return undefined;
  return String(ours.toSorted()) === String(theirs.toSorted())
    ? "all that is wanted is there: look at the parentheses, and at what stands on which side"
    : undefined;
}

/** The labels are lost in an aggregation, where the answer has none. */
function needlessAggregationHelp(missing: readonly string[], own: Expr, answer: Expr): string | undefined {
  const [aggregation] = nodesOf(own, "Aggregation");
  if (missing.length === 0 || !aggregation || nodesOf(answer, "Aggregation").length > 0) return undefined;
  const overTime = nodesOf(answer, "Call").some(({ name }) => name.text.endsWith(overTimeEnd));
  if (overTime && isFunction(`${aggregation.op.text}${overTimeEnd}`)) {
    return `\`${aggregation.op.text}\` makes one series of several; for the samples of each series over a time there are functions whose names end in \`${overTimeEnd}\``;
  }
  return `leave out \`${aggregationHead(aggregation)}\`: each series is wanted by itself`;
}

/** How functions are called that do for samples what an aggregation does for series. */
const overTimeEnd = "_over_time";

/** The result is grouped by a label that its series have not. */
function unknownGroupingHelp({ own, result }: Compared): string | undefined {
  const whole = withoutParens(own);
  if (whole.kind !== "Aggregation" || whole.grouping?.mode.text !== "by") return undefined;
  const has = new Set(seriesOf(result).flatMap(({ labels }) => Object.keys(labels)));
  const unknown = whole.grouping.labels.find(({ text }) => !has.has(text));
  return unknown && `your series have no label \`${unknown.text}\`, by which they are grouped`;
}

function boolHelp({ own, answer }: Compared): string | undefined {
  const [has, wants] = [own, answer].map((expr) => constructsOf(expr).has("bool"));
  if (has === wants) return undefined;
  return has
    ? "`bool` makes 0 and 1 of a comparison; without it, the series that fulfil it stay as they are"
    : "a comparison leaves out series; with `bool` behind it, it makes 0 and 1 of them";
}

/** The query calculates, where the answer takes the values as they are. */
function arithmeticHelp({ own, answer }: Compared): string | undefined {
  const [calculates, wants] = [own, answer].map((expr) =>
    nodesOf(expr, "Binary").some(({ op }) => operatorInfo(op.text).class === "arithmetic"),
  );
  return calculates && !wants ? "nothing has to be calculated here: leave out the arithmetic" : undefined;
}

/** The query compares, where the values are wanted that a calculation gives. */
function leftSideHelp({ own, answer }: Compared): string | undefined {
  const [ours, theirs] = [withoutParens(own), withoutParens(answer)];
  if (ours.kind !== "Binary" || operatorInfo(ours.op.text).class !== "comparison" || ours.bool) return undefined;
  const calculates = (expr: Expr) =>
    nodesOf(expr, "Binary").some(({ op }) => operatorInfo(op.text).class === "arithmetic");
  const isCompared = theirs.kind === "Binary" && operatorInfo(theirs.op.text).class === "comparison";
  return calculates(isCompared ? theirs.left : theirs) && !calculates(ours.left)
    ? `\`${ours.op.text}\` gives the values of its left side: calculate there what the goal asks for`
    : undefined;
}

/** No metric is one of the answer. */
function metricsHelp({ own, answer }: Compared): string | undefined {
  const [ours, theirs] = [metricsIn(own), metricsIn(answer)];
  const isOther = ours.length > 0 && theirs.length > 0 && !ours.some((name) => theirs.includes(name));
  return isOther ? `is \`${ours[0] ?? ""}\` the metric that the goal speaks of?` : undefined;
}

/** The values of now, where those of some time are wanted: above all the raw value of a counter. */
function pastHelp({ own, answer, metrics }: Compared): string | undefined {
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
