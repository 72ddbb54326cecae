import type { Expr, LabelMatcher, MatchOperator } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";

/** The matchers of a query that compare a label with a pattern; where a variable stands for one of them, nothing is known. */
export function regexMatchers(root: Expr): readonly LabelMatcher[] {
  return nodesOf(root, "LabelMatcher").filter((matcher) => isRegex(matcher) && !matcher.label.variable);
}

/** Whether a matcher compares with a pattern that is known. */
export function isRegex({ op, valueToken }: LabelMatcher): boolean {
  return isRegexOperator(op.text) && !valueToken.variable;
}

/** Whether an operator compares with a pattern. */
export function isRegexOperator(operator: MatchOperator): boolean {
  return operator === "=~" || operator === "!~";
}
