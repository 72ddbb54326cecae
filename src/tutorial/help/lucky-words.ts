import type { Expr } from "../../syntax/ast.js";
import { matcherDifference } from "./matcher-difference.js";
import { onlyDifference } from "./only-difference.js";

/**
 * In what a query that has the right result is not the answer, so that other data might tell the two apart; nothing where it is
 * the same, or is written in a way of its own.
 */
export function luckyWords(own: Expr, answer: Expr): string | undefined {
  const only = onlyDifference(own, answer);
  if (only?.role === "comparison") return `look at the comparison \`${only.got}\``;
  if (only?.role === "number" && Number(only.got) !== Number(only.wanted)) return `look at the number \`${only.got}\``;
  const other = matcherDifference(own, answer);
  switch (other?.kind) {
    case "superfluous":
      return `the answer has no matcher on the label \`${other.matcher.label.text}\``;
    case "missing":
      return `the answer has a matcher on the label \`${other.matcher.label.text}\` as well`;
    case "other":
    case undefined:
      return undefined;
  }
}
