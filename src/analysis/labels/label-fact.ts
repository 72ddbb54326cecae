import type { Span } from "../../syntax/problem.js";
import { intersect, noValue, unite, type ValueSet } from "../values/value-set.js";

/** Why something holds, as a clause such as `` `sum` removes it ``, and the characters that bring it about. */
export interface Cause {
  readonly why: string;
  readonly span: Span;
}

/** Whether the series have a label: `guaranteed` and `impossible` hold for each of them, on any data. */
export type Presence = "guaranteed" | "possible" | "impossible";

/** What is known of a label, and why. */
export interface LabelFact extends Cause {
  readonly presence: Presence;
  readonly values: ValueSet;
}

/** What is known of a label with these values. */
export function fact(values: ValueSet, { why, span }: Cause): LabelFact {
  return { presence: presenceOf(values), values, why, span };
}

/** Whether series with one of these values have the label; where there is no value, none has it. */
export function presenceOf({ kind, values }: ValueSet): Presence {
  if (kind === "except") return values.has("") ? "guaranteed" : "possible";
  if (!values.has("")) return values.size > 0 ? "guaranteed" : "impossible";
  return values.size > 1 ? "possible" : "impossible";
}

/** What holds where both do. The cause is that of the one that says more. */
export function bothFacts(a: LabelFact, b: LabelFact): LabelFact {
  const values = intersect(a.values, b.values);
  if (values === a.values) return a;
  return values === b.values || a.presence === "possible" ? fact(values, b) : fact(values, a);
}

/** What holds where one of them does, and it is not known which. */
export function eitherFact(a: LabelFact, b: LabelFact): LabelFact {
  const values = unite(a.values, b.values);
  if (values === a.values) return a;
  return fact(values, a.presence === presenceOf(values) ? a : b);
}

/** What is known of a label that may have been removed. */
export function maybeRemoved(before: LabelFact): LabelFact {
  const values = unite(before.values, noValue);
  return fact(values, before);
}

/** Whether series never have the label. */
export function isImpossible({ presence }: LabelFact): boolean {
  return presence === "impossible";
}
