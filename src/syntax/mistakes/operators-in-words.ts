import { numberInWords } from "../../promql/number-words.js";
import type { BinaryOperator } from "../../promql/operators.js";
import type { Cursor } from "../cursor.js";
import { startsOperand } from "../lexeme-kinds.js";
import { mending } from "./mending.js";
import { inGoWords, type Words } from "./parse-problems.js";

/** An operator that is written out, and how many lexemes it takes. */
export interface WrittenOut {
  readonly op: BinaryOperator;
  readonly lexemes: number;
  readonly words: Words;
}

const more = "greater|bigger|more|higher|larger|above";
const less = "smaller|less|lower|fewer|below|under";
const orEqual = " or (?:equal|equals)(?: to)?";

const comparisons: readonly (readonly [RegExp, BinaryOperator])[] = [
  [/^(?:(?:is|are) )?(?:equals?|equal to|eq)$|^(?:is|are)$/, "=="],
  [/^(?:is|are|does) not(?: equals?)?(?: to)?$|^(?:isnt|neq|not equal to)$/, "!="],
  [new RegExp(`^(?:is |are )?(?:${more})(?: than)?${orEqual}$|^(?:is )?at least$|^gte$`), ">="],
  [new RegExp(`^(?:is |are )?(?:${less})(?: than)?${orEqual}$|^(?:is )?at most$|^lte$`), "<="],
  [new RegExp(`^(?:is |are )?(?:${more})(?: than)?$|^(?:gt|exceeds)$`), ">"],
  [new RegExp(`^(?:is |are )?(?:${less})(?: than)?$|^lt$`), "<"],
];

const calculations: readonly (readonly [RegExp, BinaryOperator])[] = [
  [/^plus$/, "+"],
  [/^minus$/, "-"],
  [/^(?:x|times|multiplied by)$/, "*"],
  [/^divided by$/, "/"],
  [/^(?:mod|modulo)$/, "%"],
];

const longest = 6;

/** An operator in words between two expressions, which comes next: `is greater than 5`, `divided by b`. */
export function operatorInWords(cursor: Cursor): WrittenOut | undefined {
  const found = cursor.peek();
  if (found.type !== "identifier") return undefined;
  let phrase = "";
  for (let count = 1; count <= longest; count++) {
    const lexeme = cursor.peek(count - 1);
    if (lexeme.type !== "identifier" && lexeme.type !== "keyword") return undefined;
    phrase += `${count === 1 ? "" : " "}${lexeme.text.toLowerCase()}`;
    const next = cursor.peek(count);
    const isNumber = next.type === "number" || next.type === "-" || numberInWords(next.text) !== undefined;
    const known = isNumber ? [...comparisons, ...calculations] : startsOperand(next) ? calculations : [];
    const op = known.find(([pattern]) => pattern.test(phrase))?.[1];
    if (op === undefined) continue;
    const words: Words = {
      code: "missing-operator",
      message: `PromQL writes \`${phrase}\` as \`${op}\``,
      ...mending(`Use \`${op}\``, [{ from: found.from, to: lexeme.to, insert: op }]),
      prometheus: `unexpected ${inGoWords(found)}`,
    };
    return { op, lexemes: count, words };
  }
  return undefined;
}
