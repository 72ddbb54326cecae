import { isFunction } from "../../analysis/explain/functions.js";
import { metricOf, namedType } from "../../analysis/selectors.js";
import { withoutParens } from "../../analysis/without-parens.js";
import { isCumulative } from "../../metrics/series-type.js";
import { functionInfo } from "../../promql/functions.js";
import { assertNever, type Expr } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";
import { constructsOf } from "../constructs.js";
import { type Compared, firstOf, type Help } from "./compared.js";
import type { Difference } from "./difference.js";
import { metricsIn } from "./exercise-metrics.js";
import { matcherDifference, matcherWords } from "./matcher-difference.js";
import { type OneStep, oneStep } from "./one-step.js";
import { onlyDifference } from "./only-difference.js";
import { onlyWords } from "./only-words.js";
import { colonHelp, rangeHelp, readsPast } from "./range-words.js";
import { seriesOf } from "./result-series.js";
import { aggregationHead, stepWords } from "./step-words.js";

/**
 * Which way to look for a query with such a difference, as far as its tree and that of the answer tell. The answer is not
 * named.
 */
export function treeHelp(difference: Difference, compared: Compared): string | undefined {
  return firstOf(helpsFor(difference), compared);
}

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
      return [superfluousHelp, onlyHelp, colonHelp, boolHelp, matcherHelp, missingHelp, metricsHelp];
    case "times":
    case "factor":
      return [superfluousHelp, onlyHelp, colonHelp, matcherHelp, turnedHelp, missingHelp];
    case "complement":
    case "inverse":
      return [superfluousHelp, onlyHelp];
    case "values":
      return [
        ...[superfluousHelp, onlyHelp, colonHelp, boolHelp, matcherHelp, turnedHelp],
        ...[metricsHelp, pastHelp, missingHelp],
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
