import { metricName } from "../../promql/labels.js";
import type { Call, Expr, LabelMatcher } from "../../syntax/ast.js";
import { print } from "../../syntax/print.js";
import { type Branch, labellessBranch, withLabels } from "./branch.js";
import { eitherFact, fact, type LabelFact } from "./label-fact.js";
import { anyValue, noValue } from "../values/value-set.js";
import { withoutParens } from "../without-parens.js";
import { matchedValues } from "./selector.js";

/**
 * The result of `absent` and `absent_over_time`: one series, or none. It has labels only where the argument is a selector:
 * those with one `=` matcher and no other after it.
 * Source: `createLabelsForAbsentFunction` in https://github.com/prometheus/prometheus/blob/main/promql/functions.go
 */
export function absentBranches(call: Call, source: Expr, of: readonly Branch[]): readonly Branch[] {
  const { name, span } = call;
  const selector = selectorIn(source);
  const why = selector
    ? `\`${name.text}()\` takes labels only from \`=\` matchers, one for each label`
    : `\`${name.text}()\` takes labels only from the matchers of a selector, and its argument is none`;
  const bare = labellessBranch({ why, span: name.span }, 1);
  const hasVariable = selector?.some(({ label }) => label.variable);
  const unknown = { why: "a Grafana variable stands for matchers", span };
  const labels = absentLabels(selector ?? []);
  const result = withLabels(bare, labels, hasVariable ? fact(anyValue, unknown) : bare.others);
  const known = hasVariable ? { ...result, labels: new Map() } : result;
  const always = of.find(({ alwaysReturns, never }) => alwaysReturns && !never);
  return [
    {
      ...known,
      span,
      alwaysReturns: of.every(({ never }) => never),
      condition: { op: "absent", span: name.span },
      never: always && { why: "it always returns something", span: always.span },
    },
  ];
}

function selectorIn(source: Expr): readonly LabelMatcher[] | undefined {
  const inner = withoutParens(source);
  if (inner.kind === "RangeSelector") return inner.vector.matchers;
  return inner.kind === "VectorSelector" ? inner.matchers : undefined;
}

/**
 * The labels that `absent()` takes from the matchers of a selector. A storage may put negative matchers last, so that one
 * before `=` sometimes counts as one after it.
 */
export function absentLabels(matchers: readonly LabelMatcher[]): ReadonlyMap<string, LabelFact> {
  const labels = new Map<string, LabelFact>();
  const seen = new Set<string>();
  for (const matcher of matchers) {
    const { label, op, span } = matcher;
    if (label.text === metricName || label.variable) continue;
    const gives = op.text === "=" && !seen.has(label.text);
    const before = labels.get(label.text);
    const why = gives ? `\`${print(matcher)}\` gives it` : `\`${print(matcher)}\` takes it away again`;
    const known = fact(gives ? matchedValues(matcher) : noValue, { why, span });
    labels.set(label.text, gives && before ? eitherFact(known, before) : known);
    if (gives) seen.add(label.text);
  }
  return labels;
}
