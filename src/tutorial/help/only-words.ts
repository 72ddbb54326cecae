import { assertNever } from "../../syntax/ast.js";
import type { OnlyDifference } from "./only-difference.js";

/** The one word that differs. What the goal says is told; what the learner is to find out is not. */
export function onlyWords({ role, got, wanted }: OnlyDifference): string {
  switch (role) {
    case "range":
      return `the range is \`${got}\`, where \`${wanted}\` is wanted`;
    case "step":
      return `the step of the subquery is \`${got}\`, where \`${wanted}\` is wanted`;
    case "offset":
      return `the offset is \`${got}\`, where \`${wanted}\` is wanted`;
    case "number":
      return `\`${got}\` is not the number that is wanted`;
    case "function":
      return `\`${got}()\` is not the function for this`;
    case "aggregation":
      return `\`${got}\` is not the aggregation for this`;
    case "comparison":
      return isTurned(got, wanted) ? `the comparison \`${got}\` is turned round` : `look at the comparison \`${got}\``;
    case "operator":
      return `look at the operator \`${got}\``;
    case "matcher":
      return `look at the sign \`${got}\` of a matcher`;
    case "value":
      return `look at the matcher with ${got.length > 60 ? "the long value" : `\`${got}\``}`;
    case "metric":
      return `\`${got}\` is not the metric for this`;
    default:
      return assertNever(role);
  }
}

/** Whether two comparisons keep what the other one leaves out, but perhaps for equal values. */
function isTurned(one: string, other: string): boolean {
  return (one.startsWith("<") && other.startsWith(">")) || (one.startsWith(">") && other.startsWith("<"));
}
