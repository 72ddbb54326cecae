import { withoutParens } from "../../analysis/without-parens.js";
import type { Expr } from "../../syntax/ast.js";
import { type OneStep, stepOperands } from "./one-step.js";
import { wordDifferences } from "./only-difference.js";
import { onlyWords } from "./only-words.js";
import { stepWords } from "./step-words.js";

/** Words that are told at once. */
const mostWords = 2;

/**
 * In which few things a query differs from the one that is wanted: two words, or a word or two and the outermost step. Nothing
 * where they differ in more, or in less.
 */
export function twoDifferencesHelp(own: Expr, answer: Expr): string | undefined {
  const words = wordsOf(own, answer);
  if (words !== undefined) return `${words}; everything else is as wanted`;
  const [ours, theirs]: readonly [Expr, Expr] = [withoutParens(own), withoutParens(answer)];
  return (
    aroundOf("missing", theirs, (part) => wordsOf(ours, part)) ??
    aroundOf("superfluous", ours, (part) => wordsOf(part, theirs))
  );
}

/** A step around a part that is nearly as wanted, and what is wrong in that part. */
function aroundOf(
  kind: OneStep["kind"],
  step: Expr,
  wordsWithin: (part: Expr) => string | undefined,
): string | undefined {
  for (const part of stepOperands(step)) {
    const within = wordsWithin(part);
    const around = within === undefined ? undefined : stepWords({ kind, step, part, isWhole: true });
    if (around !== undefined) return `${within}; besides, ${around}`;
  }
  return undefined;
}

function wordsOf(own: Expr, wanted: Expr): string | undefined {
  const words = wordDifferences(own, wanted);
  if (!words || words.length === 0 || words.length > mostWords) return undefined;
  return words.map((word) => onlyWords(word)).join("; ");
}
