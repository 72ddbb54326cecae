import { metricName } from "../../promql/labels.js";
import type { Call } from "../../syntax/ast.js";
import { type Branch, labelOf, withLabels } from "./branch.js";
import { fact, type LabelFact } from "./label-fact.js";
import { anyValue, mayBe, unite } from "../values/value-set.js";

/**
 * The result of `info`: labels of an info metric may come to those that the series have, which stay as they are. The
 * matchers of the second argument say which ones.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#info
 */
export function infoBranches({ args, name }: Call, of: readonly Branch[]): readonly Branch[] {
  const selector = args[1];
  const matchers = selector?.kind === "VectorSelector" ? selector.matchers : [];
  const wanted = matchers.filter(({ label }) => label.text !== metricName);
  const open = wanted.length === 0 || wanted.some(({ label }) => label.variable);
  const cause = { why: "`info()` may add it", span: selector?.span ?? name.span };
  const added = (before: LabelFact) =>
    mayBe(before.values, "") ? fact(unite(before.values, anyValue), cause) : before;

  return of.map((branch) => {
    const names = open
      ? [...branch.labels.keys()].filter((each) => each !== metricName)
      : wanted.map(({ label }) => label.text);
    const labels = new Map(branch.labels);
    labels.set(metricName, labelOf(branch, metricName));
    for (const each of names) labels.set(each, added(labelOf(branch, each)));
    const result = withLabels(branch, labels, open ? added(branch.others) : branch.others);
    return { ...result, alwaysReturns: branch.alwaysReturns && wanted.length === 0 };
  });
}
