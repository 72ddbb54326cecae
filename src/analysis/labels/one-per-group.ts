import { metricName } from "../../promql/labels.js";
import type { Aggregation } from "../../syntax/ast.js";
import { labelOf, live } from "./branch.js";
import { isImpossible } from "./label-fact.js";
import { labels } from "./labels.js";

/** Whether each group of an aggregation holds one series at most, as the query itself says: all its labels are kept. */
export function hasOnePerGroup({ grouping, expr }: Aggregation): boolean {
  const [branch, ...others] = live(labels(expr));
  if (!branch || others.length > 0) return false;
  const isGone = (name: string) => isImpossible(labelOf(branch, name));
  const listed = grouping?.labels ?? [];
  if (grouping?.mode.text === "without") {
    return isGone(metricName) && listed.every(({ text, variable }) => !variable && isGone(text));
  }
  const kept = new Set(listed.map(({ text }) => text));
  return isImpossible(branch.others) && [...branch.labels.keys()].every((name) => kept.has(name) || isGone(name));
}
