import type { MatchOperator } from "../ast.js";
import type { Lexeme, LexemeType } from "../lexeme.js";
import { curlyString } from "./curly-quotes.js";
import { foreignOperator, negatedLabel, wordOperator } from "./foreign-matchers.js";
import type { Misread } from "./misread.js";
import { foreignComma } from "./missing-comma.js";
import { barredValues, furtherValues, listedValues, valuesAfterIn, type Matching } from "./several-values.js";
import { unquotedLabel, unquotedValue } from "./unquoted.js";

/** What is no PromQL in braces behind some lexemes, where it can be told what it was meant to be. */
export function misreadMatcher(text: string, at: number, lexemes: readonly Lexeme[]): Misread | undefined {
  const curly = curlyString(text, at, "braces");
  if (curly) return curly;
  const last = lexemes.at(-1);
  const before = lexemes.at(-2);
  if (!last || last.type === "{" || last.type === ",") return misreadLabel(text, at);
  if (isMatchOperator(last.type)) return misreadValue(text, at, matchingOf(last, before));
  if (before && isMatchOperator(before.type)) {
    const matching = matchingOf(before, lexemes.at(-3));
    return furtherValues(text, at, matching, last.text) ?? foreignComma(text, at, last.to);
  }
  return misreadOperator(text, at, last);
}

/** Whether a lexeme of this type compares a label. */
export function isMatchOperator(type: LexemeType): type is MatchOperator {
  return type === "=" || type === "!=" || type === "=~" || type === "!~";
}

function matchingOf({ type, from }: Lexeme, label: Lexeme | undefined): Matching {
  return { label: label?.text ?? "", op: isMatchOperator(type) ? type : "=", from };
}

function misreadLabel(text: string, at: number): Misread | undefined {
  return negatedLabel(text, at) ?? (/[A-Za-z_]/.test(text.charAt(at)) ? undefined : unquotedLabel(text, at, at));
}

function misreadOperator(text: string, at: number, label: Lexeme): Misread | undefined {
  const isJoined = label.type === "identifier" && label.to === at;
  return (
    (isJoined ? unquotedLabel(text, label.from, at) : undefined) ??
    foreignOperator(text, at) ??
    (label.type === "identifier" ? (valuesAfterIn(text, at, label.text) ?? wordOperator(text, at)) : undefined)
  );
}

function misreadValue(text: string, at: number, matching: Matching): Misread | undefined {
  return listedValues(text, at, matching) ?? barredValues(text, at, matching) ?? unquotedValue(text, at);
}
