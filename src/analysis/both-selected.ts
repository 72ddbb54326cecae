import type { Binary } from "../syntax/ast.js";
import { onePattern } from "../syntax/mistakes/joined-selectors.js";
import { withoutParens } from "./without-parens.js";

/** A query that was probably meant by two selectors of one metric, and the title of the fix that writes it. */
export interface BothSelected {
  readonly title: string;
  readonly query: string;
}

/**
 * What selects the series of both sides of `and`, or adds them up for `+`, where the sides are selectors of one metric with
 * different values of one label: no series is on both.
 */
export function bothSelected({ op, matching, left, right }: Binary, text: string): BothSelected | undefined {
  const [one, other] = [withoutParens(left), withoutParens(right)];
  if (matching || one.kind !== "VectorSelector" || other.kind !== "VectorSelector") return undefined;
  const both = onePattern(text, [one, other]);
  if (!both || (op.text !== "and" && op.text !== "+")) return undefined;
  const { selector, label } = both;
  return op.text === "and"
    ? { title: "Select both with one pattern, in which `|` means or", query: selector }
    : {
        title: "Add up what one pattern selects, in which `|` means or",
        query: `sum without (${label}) (${selector})`,
      };
}
