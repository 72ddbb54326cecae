import { nameSameMetrics } from "../src/analysis/same-metrics.js";
import { simplestMatcher } from "../src/analysis/matchers/simplest-matcher.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { defineRule } from "../src/lint/rule.js";
import type { BinaryOperator } from "../src/promql/operators.js";
import type { Expr, LabelMatcher, VectorSelector } from "../src/syntax/ast.js";
import { print } from "../src/syntax/print.js";
import { nodesOf } from "../src/syntax/walk.js";
import { nodesWithin } from "../src/syntax/within.js";

export const identicalSides = defineRule({
  id: "identical-sides",
  summary: "An operator with the same expression on both sides tells nothing new",
  category: "matching",
  severity: "warning",
  subject: "query",
  needs: "Binary",

  *check({ root }) {
    for (const { op, left, right, matching, bool } of nodesOf(root, "Binary")) {
      const outcome = bool ? outcomesOfBool[op.text] : outcomes[op.text];
      if (!outcome || matching?.group || !areAlikeInLength(left, right)) continue;
      if (!selectTheSame(left, right, root) || textOf(left) !== textOf(right)) continue;

      yield {
        at: op.span,
        message: `both sides of \`${op.text}\` are the same, so ${outcome}`,
        because: [
          { at: left.span, message: "the left side" },
          { at: right.span, message: "the right side" },
        ],
      };
    }
  },
});

/** Without `x * x`, a square, and without `x == x` and `x != x`, which ask for `NaN`. */
const outcomes: { readonly [Operator in BinaryOperator]?: string } = {
  "-": "every value is 0 or `NaN`",
  "/": "every value is 1 or `NaN`",
  "%": "every value is 0 or `NaN`",
  "<": "nothing is returned",
  ">": "nothing is returned",
  "<=": "every number passes",
  ">=": "every number passes",
  and: "nothing is left out",
  or: "nothing is added",
  unless: "nothing is returned",
};

const outcomesOfBool: { readonly [Operator in BinaryOperator]?: string } = {
  "<": "every value is 0",
  ">": "every value is 0",
  "<=": "every number gives 1",
  ">=": "every number gives 1",
};

/** Spaces and matchers may be written in other ways; what is far longer is another expression, and costs time to print. */
function areAlikeInLength({ span: a }: Expr, { span: b }: Expr): boolean {
  const [length, other] = [a.to - a.from, b.to - b.from];
  return Math.max(length, other) <= 4 * Math.min(length, other) + 100;
}

/** Whether both read the same series, and a variable names no metric of them. */
function selectTheSame(left: Expr, right: Expr, root: Expr): boolean {
  const all = nodesOf(root, "VectorSelector");
  const [selectors, others] = [nodesWithin(all, left.span), nodesWithin(all, right.span)];
  if (selectors.length === 0 || !nameSameMetrics(selectors, others)) return false;
  return selectors.every((selector, index) => haveSameMatchers(selector, others[index]));
}

function haveSameMatchers({ matchers: a }: VectorSelector, other: VectorSelector | undefined): boolean {
  const b = other?.matchers ?? [];
  if (a.length === 0 && b.length === 0) return true;
  const [left, right] = [keysOf(a), keysOf(b)];
  return left.length === right.length && left.every((key, index) => key === right[index]);
}

/** How matchers are written makes no difference. */
function textOf(expr: Expr): string {
  return nodesOf(expr, "VectorSelector")
    .filter(({ matchers }) => matchers.length > 0)
    .reduce(
      (text, selector) => text.replaceAll(print(selector), () => print(simplest(selector))),
      print(withoutParens(expr)),
    );
}

function simplest(selector: VectorSelector): VectorSelector {
  return { ...selector, matchers: simplified(selector.matchers) };
}

function simplified(matchers: readonly LabelMatcher[]): readonly LabelMatcher[] {
  const simple = matchers.map((matcher): LabelMatcher => {
    const { op, value } = simplestMatcher(matcher) ?? { op: matcher.op.text, value: matcher.value };
    return { ...matcher, op: { ...matcher.op, text: op }, value };
  });
  const asking = simple.filter(({ op, value }) => op.text !== "=~" || value !== ".*");
  return asking.length < 2 ? asking : [...new Map(asking.map((matcher) => [keyOf(matcher), matcher])).values()];
}

/** In an order of their own, since theirs says nothing. */
function keysOf(matchers: readonly LabelMatcher[]): readonly string[] {
  return simplified(matchers).map(keyOf).sort();
}

function keyOf({ label, op, value }: LabelMatcher): string {
  return `${label.text} ${op.text} ${value}`;
}
