import { metricName } from "../../promql/labels.js";
import type { Expr, VectorSelector } from "../../syntax/ast.js";
import { print } from "../../syntax/print.js";
import { nodesOf } from "../../syntax/walk.js";
import { type Branch, isLabelless, labelOf, live, withLabel } from "./branch.js";
import { bothFacts, fact } from "./label-fact.js";
import { labels } from "./labels.js";
import { isEmpty, noValue } from "../values/value-set.js";

/**
 * Whether two expressions that both return something give series with equal labels, for certain: both give one without
 * labels, or the series of the same selectors with the same labels left. `ignored` are labels that do not count, as the
 * name of the metric never does. Filters on either side may be made to exclude each other, and leave it open.
 */
export function giveSameSeries(a: Expr, b: Expr, ignored: Iterable<string>): boolean {
  const names = [metricName, ...ignored];
  const [left, right] = [a, b].map((expr) => live(labels(expr)).map((branch) => without(branch, names)));
  if (!left || !right || [...left, ...right].some(({ condition }) => condition)) return false;
  if (left.some(isLabelless) && right.some(isLabelless)) return true;
  return readSame(a, b) && left.some((one) => right.some((other) => haveSameLabels(one, other)));
}

function without(branch: Branch, names: readonly string[]): Branch {
  return names.reduce(
    (rest, name) => withLabel(rest, name, fact(noValue, { why: "it does not count", span: branch.span })),
    branch,
  );
}

function haveSameLabels(a: Branch, b: Branch): boolean {
  if (a.others.presence !== b.others.presence) return false;
  return [...new Set([...a.labels.keys(), ...b.labels.keys()])].every((name) => {
    const [one, other] = [labelOf(a, name), labelOf(b, name)];
    return one.presence === other.presence && !isEmpty(bothFacts(one, other).values);
  });
}

/** Whether two expressions read the same series, at whatever times. */
function readSame(a: Expr, b: Expr): boolean {
  const [read, others] = [a, b].map((expr) => new Set(nodesOf(expr, "VectorSelector").map(textOf)));
  return (
    read !== undefined && read.size > 0 && others?.size === read.size && [...read].every((text) => others.has(text))
  );
}

function textOf({ metric, matchers }: VectorSelector): string {
  return [metric?.text ?? "", ...matchers.map(print).toSorted()].join(" ");
}
