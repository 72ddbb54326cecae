import type { Metrics } from "../../metrics/metrics.js";
import { selectsSeries } from "../../promql/aggregators.js";
import { metricName } from "../../promql/labels.js";
import { operatorInfo } from "../../promql/operators.js";
import type { Aggregation, Binary, Expr, LabelMatcher, VectorSelector } from "../../syntax/ast.js";
import { print } from "../../syntax/print.js";
import { nodesOf } from "../../syntax/walk.js";
import { labelOf, live } from "./branch.js";
import { bucketsOf } from "../buckets.js";
import { dependentOn, finerThan } from "./finer-labels.js";
import { type Cause, isImpossible } from "./label-fact.js";
import { labels } from "./labels.js";
import { operation } from "./aggregation.js";
import { isMatched, matchedLabels } from "./matched-labels.js";
import { metricOf, selectedType } from "../selectors.js";
import { valueType } from "../value-type.js";
import { withoutParens } from "../without-parens.js";

/**
 * Why several series of one side surely belong to one match group: a label in which they differ is not compared. Nothing
 * where that depends on the data.
 */
export function severalSeries(
  node: Binary,
  side: "left" | "right",
  query: { readonly metrics: Metrics },
): Cause | undefined {
  const matched = matchedLabels(node);
  const source = plainSource(node[side]);
  if (matched.others === "maybe" || !source) return undefined;

  const branches = live(labels(source));
  const given = (source.kind === "Aggregation" ? groupedBy(source) : givenBy(source, query)) ?? [];
  const present = [...new Set([...given, ...matched.listed])].filter((label) =>
    branches.some((branch) => !isImpossible(labelOf(branch, label))),
  );
  const compared = present.filter((label) => isMatched(label, matched) === "yes");
  for (const label of given) {
    if (compared.includes(label) || !present.includes(label) || !isWhole(source, label)) continue;
    const finer = finerThan(label, compared);
    const isSure = finer && isKnownToHave(source, label, query) && (finer === "always" || isUnpicked(source, label));
    if (isSure || isShare(node, side, source, compared)) return causeOf(source, label);
  }
  return undefined;
}

/** What gives a side its series, each of them as it is: an aggregation or a selector. */
function plainSource(side: Expr): Aggregation | VectorSelector | undefined {
  let expr: Expr | undefined = side;
  while (expr) {
    if (expr.kind === "Aggregation" || expr.kind === "VectorSelector") return expr;
    expr = passedOn(expr);
  }
  return undefined;
}

/** The operand whose series an expression has, with other values. */
function passedOn(expr: Exclude<Expr, Aggregation | VectorSelector>): Expr | undefined {
  switch (expr.kind) {
    case "Paren":
    case "Unary":
      return expr.expr;
    case "RangeSelector":
      return expr.vector;
    case "Binary": {
      const isFilter = operatorInfo(expr.op.text).class !== "arithmetic" && !expr.bool;
      if (isFilter) return undefined;
      if (valueType(expr.right) === "scalar") return expr.left;
      return valueType(expr.left) === "scalar" ? expr.right : undefined;
    }
    case "Call":
      return passing.has(expr.name.text) ? expr.args[0] : undefined;
    case "Subquery":
    case "NumberLiteral":
    case "StringLiteral":
      return undefined;
  }
}

const passing: ReadonlySet<string> = new Set([
  ...["rate", "irate", "increase", "delta", "idelta", "deriv", "avg_over_time", "max_over_time", "min_over_time"],
  ...["sum_over_time", "last_over_time", "count_over_time", "abs", "ceil", "floor", "round", "sort", "sort_desc"],
]);

/** The labels of `by`, where the aggregation has no other labels, and one series for each of their values. */
function groupedBy({ op, grouping }: Aggregation): readonly string[] | undefined {
  if (grouping?.mode.text !== "by" || grouping.labels.some(({ variable }) => variable)) return undefined;
  return op.text === "count_values" || selectsSeries(op.text) ? undefined : grouping.labels.map(({ text }) => text);
}

/** The labels that every series of a known metric has. */
function givenBy(selector: VectorSelector, query: { readonly metrics: Metrics }): readonly string[] {
  const series = selectedType(selector, query);
  const own = series?.how === "table" ? (series.metric?.labels ?? []) : [];
  if (bucketsOf(selector, query)) return [...own, "le"];
  return series?.how === "table" && series.type === "summary" && series.part === "value" ? [...own, "quantile"] : own;
}

/** Whether nothing below leaves out series by their value, or by a value of the label or of one that goes with it. */
function isWhole(source: Expr, label: string): boolean {
  const alike = dependentOn(label);
  if (nodesOf(source, "LabelMatcher").some((each) => mayBeOf(each, alike) && picks(each))) return false;
  if (nodesOf(source, "Aggregation").some(({ op }) => selectsSeries(op.text))) return false;
  return nodesOf(source, "Binary").every(({ op, bool }) => operatorInfo(op.text).class === "arithmetic" || bool);
}

function mayBeOf({ label }: LabelMatcher, names: readonly string[]): boolean {
  return label.variable === true || names.includes(label.text);
}

/** Whether a matcher asks for certain values; `!=""` and `=~".+"` ask for any. */
function picks({ op, value, label, valueToken }: LabelMatcher): boolean {
  if (label.variable || valueToken.variable) return true;
  return op.text === "=" || (op.text === "=~" && value !== ".+" && value !== ".*");
}

/** Whether it is known of all metrics that are selected that their series have a label. */
function isKnownToHave(source: Expr, label: string, query: { readonly metrics: Metrics }): boolean {
  return nodesOf(source, "VectorSelector").every(
    (selector) =>
      givenBy(selector, query).includes(label) || fleets.get(label)?.test(metricOf(selector)?.text ?? "") === true,
  );
}

/** Metrics that all containers, pods or targets have. Networks belong to pods. */
const fleets: ReadonlyMap<string, RegExp> = new Map([
  ["container", /^container_(?!network_)/],
  ["pod", /^container_/],
  ["instance", /^(?:up$|node_)/],
]);

/** Whether all pods are asked for, or all targets: a job may be an exporter that tells of all pods, and have one target. */
function isUnpicked(source: Expr, label: string): boolean {
  const isNeutral = (name: string) => neutral.has(name) && !(label === "instance" && targets.has(name));
  return nodesOf(source, "VectorSelector").every(({ matchers }) =>
    matchers.every((matcher) => isNeutral(matcher.label.text) || !picks(matcher)),
  );
}

const targets: ReadonlySet<string> = new Set(["job", "instance"]);
const neutral: ReadonlySet<string> = new Set([metricName, "job", "cluster", "metrics_path", "instance"]);

/** Whether the sides group one and the same, this one by more labels: were there one series for each match, all would be 1. */
function isShare(node: Binary, side: "left" | "right", source: Expr, compared: readonly string[]): boolean {
  const other = withoutParens(side === "left" ? node.right : node.left);
  if (source.kind !== "Aggregation" || other.kind !== "Aggregation" || source.op.text !== other.op.text) return false;
  if (source.op.text !== "sum" && source.op.text !== "count") return false;
  const outer = other.grouping ? groupedBy(other) : [];
  if (!outer?.every((label) => compared.includes(label)) || outer.length < compared.length) return false;
  const lengths = [source.expr, other.expr].map(({ span }) => span.to - span.from).sort((a, b) => a - b);
  return (lengths[1] ?? 0) <= 2 * (lengths[0] ?? 0) + 20 && print(source.expr) === print(other.expr);
}

function causeOf(source: Aggregation | VectorSelector, label: string): Cause {
  if (source.kind === "VectorSelector") {
    const span = source.metric?.span ?? source.span;
    return { why: `there are several values of \`${label}\`, which is not compared`, span };
  }
  const token = source.grouping?.labels.find(({ text }) => text === label);
  const why = `\`${operation(source)}\` keeps \`${label}\`, which is not compared`;
  return { why, span: token?.span ?? source.op.span };
}
