import { withoutAnchors } from "../../promql/anchors.js";
import type { LabelMatcher, MatchOperator } from "../../syntax/ast.js";

/** What a matcher asks for. Two matchers that ask for the same have the same one, where that is easy to see. */
export interface Condition {
  readonly label: string;
  readonly op: MatchOperator;
  readonly value: string;
}

/**
 * A matcher without what makes no difference: redundant anchors, and regular expressions where `=` and `!=` say the
 * same. Nothing for a matcher with a Grafana variable.
 */
export function simplestMatcher({ label, op, value, valueToken }: LabelMatcher): Condition | undefined {
  if (label.variable || valueToken.variable) return undefined;
  if (op.text === "=" || op.text === "!=") return { label: label.text, op: op.text, value };

  const pattern = withoutAnchors(value);
  const isPositive = op.text === "=~";
  if (pattern === ".+") return { label: label.text, op: isPositive ? "!=" : "=", value: "" };
  if (isPlainText(pattern)) return { label: label.text, op: isPositive ? "=" : "!=", value: pattern };
  return { label: label.text, op: op.text, value: pattern };
}

/** Whether a pattern has no special characters, so that it matches itself alone. */
export function isPlainText(pattern: string): boolean {
  return !/[\\^$.|?*+()[\]{}]/.test(pattern);
}
