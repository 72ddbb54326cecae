import { assertNever } from "../../syntax/ast.js";
import { lex } from "../../syntax/lex.js";
import { print } from "../../syntax/print.js";
import { type Compared, firstOf, type Help } from "./compared.js";
import { calculates } from "./condition-value.js";
import type { Difference } from "./difference.js";
import { leftOutHelp } from "./left-out.js";
import { twoDifferencesHelp } from "./two-differences.js";

/** As `treeHelp`, of what is less certain: said where nothing else is. */
export function vagueTreeHelp(difference: Difference, compared: Compared): string | undefined {
  return firstOf(vagueHelpsFor(difference), compared);
}

function vagueHelpsFor(difference: Difference): readonly Help[] {
  switch (difference.kind) {
    case "empty":
    case "order":
    case "type":
    case "complement":
    case "inverse":
      return [];
    case "labels":
      return [twoHelp];
    case "series":
      return difference.extra.length === 0
        ? [placesHelp, ({ own, answer }) => leftOutHelp(own, answer), twoHelp]
        : [placesHelp, twoHelp];
    case "not-empty":
    case "times":
    case "factor":
      return [placesHelp, twoHelp];
    case "values":
      return [placesHelp, ...(difference.isNear ? [nearHelp] : []), twoHelp, arithmeticHelp];
    default:
      return assertNever(difference);
  }
}

const twoHelp: Help = ({ own, answer }) => twoDifferencesHelp(own, answer);

/** That the values are nearly those that are wanted. */
const nearHelp: Help = () =>
  "each of your values is within 1 % of the one that is wanted, so this is right in principle; the goal asks for another way, which gives just these values";

/** That all words are there, and something else is computed first. */
function placesHelp({ own, answer }: Compared): string | undefined {
  const [ours, theirs] = [own, answer].map((expr) => {
    const words = lex(print(expr)).lexemes.filter(({ type }) => type !== "(" && type !== ")");
    return words.map(({ text }) => text);
  });
  if (!ours || !theirs || ours.length !== theirs.length) return undefined;
  return String(ours.toSorted()) === String(theirs.toSorted())
    ? "all that is wanted is there: look at the parentheses, and at what stands on which side"
    : undefined;
}

/** The query calculates, where the answer takes the values as they are. */
function arithmeticHelp({ own, answer }: Compared): string | undefined {
  return calculates(own) && !calculates(answer)
    ? "nothing has to be calculated here: leave out the arithmetic"
    : undefined;
}
