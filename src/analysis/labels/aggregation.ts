import { selectsSeries } from "../../promql/aggregators.js";
import { metricName } from "../../promql/labels.js";
import type { Aggregation, Grouping, Token } from "../../syntax/ast.js";
import { printGrouping } from "../../syntax/print.js";
import { type Branch, isLabelless, joined, labelOf, live, withFewerLabels, withLabel, withLabels } from "./branch.js";
import { type Cause, fact, type LabelFact } from "./label-fact.js";
import { stringArgument } from "./string-argument.js";
import { anyValue, noValue, someValue } from "../values/value-set.js";

/** The result of an aggregation, given what it aggregates and its parameter. */
export function aggregationBranches(
  node: Aggregation,
  of: readonly Branch[],
  param: readonly Branch[] | undefined,
): readonly Branch[] {
  if (selectsSeries(node.op.text)) return selected(node, of, param);
  const counted = node.op.text === "count_values" && node.param ? of.map((each) => withValueLabel(each, node)) : of;
  const grouped = counted.map((branch) => group(node, branch, counted));
  const [first, ...rest] = live(grouped);
  if (!first) return grouped.slice(0, 1);
  if (rest.length === 0 || !live(grouped).every(isLabelless)) return grouped;
  return [{ ...joined(first, ...rest), span: node.span, replaceable: false }];
}

function selected({ op }: Aggregation, of: readonly Branch[], param: readonly Branch[] | undefined): readonly Branch[] {
  const count = param?.[0]?.constant ?? 0;
  const takesAny = op.text !== "limit_ratio" && count >= 1;
  const several = live(of).length > 1;
  return of.map((branch) => ({
    ...branch,
    alwaysReturns: branch.alwaysReturns && takesAny,
    replaceable: branch.replaceable || several,
  }));
}

function group(node: Aggregation, branch: Branch, all: readonly Branch[]): Branch {
  const mixes = live(all).length > 1;
  const kept = node.grouping?.mode.text === "without" ? without(node, node.grouping, branch) : by(node, branch);
  const replaceable = branch.replaceable || mixes;
  const span = mixes ? branch.span : node.span;
  const constant = mixes && node.op.text !== "group" ? undefined : constantOf(node, branch);
  return { ...kept, span, replaceable, constant };
}

function by(node: Aggregation, branch: Branch): Branch {
  const { grouping } = node;
  const kept = [...(grouping?.labels ?? []), ...valueLabels(node)];
  const inWords = operation(node);
  const cause = { why: `\`${inWords}\` removes it`, span: grouping?.span ?? node.op.span };
  const isOpen = kept.some(({ variable }) => variable);
  const labels = new Map(isOpen ? withFewerLabels(branch).labels : []);
  for (const { text, variable, span } of kept) {
    if (!variable) labels.set(text, keptFact(labelOf(branch, text), { why: `\`${inWords}\` keeps it`, span }));
  }
  return withLabels(branch, labels, isOpen ? branch.others : fact(noValue, cause));
}

function keptFact(before: LabelFact, cause: Cause): LabelFact {
  return before.presence === "possible" ? fact(before.values, cause) : before;
}

function without(node: Aggregation, { labels, span }: Grouping, branch: Branch): Branch {
  const why = `\`${operation(node)}\` removes it`;
  const known = new Map(labels.some(({ variable }) => variable) ? withFewerLabels(branch).labels : branch.labels);
  for (const { text, variable, span: at } of labels) {
    if (!variable && labelOf(branch, text).presence !== "impossible") known.set(text, fact(noValue, { why, span: at }));
  }
  if (labelOf(branch, metricName).presence !== "impossible") known.set(metricName, fact(noValue, { why, span }));
  return withLabels(branch, known);
}

/** `count_values` names a label that holds the values; `without` removes even that one if it is listed. */
function valueLabels({ op, param }: Aggregation): readonly Token[] {
  const name = op.text === "count_values" ? stringArgument(param) : undefined;
  return name ? [name] : [];
}

function withValueLabel(branch: Branch, node: Aggregation): Branch {
  const [label] = valueLabels(node);
  if (!label) return branch;
  if (label.variable) {
    const why = "a Grafana variable names the label with the values";
    return withLabels(branch, new Map(), fact(anyValue, { why, span: label.span }));
  }
  return withLabel(
    branch,
    label.text,
    fact(someValue, { why: "`count_values` puts the value there", span: label.span }),
  );
}

/** The value of every group, where all series have the same one and it does not depend on their number. */
function constantOf({ op }: Aggregation, branch: Branch): number | undefined {
  if (op.text === "group") return 1;
  if (op.text === "count") return isLabelless(branch) ? 1 : undefined;
  const keeps = op.text === "max" || op.text === "min" || (isLabelless(branch) && /^(?:avg|sum)$/.test(op.text));
  return keeps ? branch.constant : undefined;
}

/** An aggregation in words: `sum by (job)`. */
export function operation(node: Aggregation): string {
  const grouping = printGrouping(node).trim();
  return grouping === "" ? node.op.text : `${node.op.text} ${grouping}`;
}
