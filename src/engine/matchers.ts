import { metricName } from "../promql/labels.js";
import { matchesPattern } from "../promql/regex.js";
import { assertNever, type LabelMatcher, type MatchOperator, type VectorSelector } from "../syntax/ast.js";

/** A condition on a label of a series. */
export interface Matcher {
  readonly label: string;
  readonly op: MatchOperator;
  readonly value: string;
  /** Whether a value fulfils it; a missing label has an empty one. */
  readonly accepts: (value: string) => boolean;
}

/** The conditions of a selector, with that on the metric's name. */
export function matchersOf({ metric, matchers }: VectorSelector): readonly Matcher[] {
  const written = matchers.map(({ label, op, value }: LabelMatcher) => matcher(label.text, op.text, value));
  return metric ? [matcher(metricName, "=", metric.text), ...written] : written;
}

/** A condition; a pattern is asked once for each value. */
export function matcher(label: string, op: MatchOperator, value: string): Matcher {
  return { label, op, value, accepts: acceptance(op, value) };
}

function acceptance(op: MatchOperator, value: string): Matcher["accepts"] {
  switch (op) {
    case "=":
      return (text) => text === value;
    case "!=":
      return (text) => text !== value;
    case "=~":
      return remembered((text) => matchesPattern(value, text) === true);
    case "!~":
      return remembered((text) => matchesPattern(value, text) === false);
    default:
      return assertNever(op);
  }
}

function remembered(accepts: Matcher["accepts"]): Matcher["accepts"] {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = accepts(text);
    known.set(text, result);
    return result;
  };
}
