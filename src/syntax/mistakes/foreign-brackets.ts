import { isAggregator } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";
import { isLabelListKeyword } from "../../promql/keywords.js";
import { goChar } from "../characters.js";
import { endOf } from "../end-of.js";
import type { Lexeme } from "../lexeme.js";
import type { Edit, Span } from "../problem.js";
import type { Words } from "./lex-problems.js";
import { goInBraces } from "./misread.js";

/** `[` or `{` where `(` belongs, and what is said of it; the closing one may be missing. */
export interface ForeignBracket {
  readonly open: Span;
  readonly words: Omit<Words, "help" | "fixes">;
}

/** What begins neither a duration nor matchers: a name, or a number and a further argument. */
const inBrackets = /\[[\s(]*(?!(?:step|range|min_of|max_of)\s*\()(?:[A-Za-z_:{]|[\d.]+\s*,|"[^"\n]*"\s*,)/iy;
const inBraces = /\{\s*(?:[A-Za-z_:][\w:]*\s*[[({}+*]|[\d.]+\s*,)/y;
const labelList = /[[{]\s*[A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*\s*[\]}]/y;

/** Whether the bracket or brace at `from` stands where a function or a grouping takes parentheses. */
export function foreignBracket(text: string, from: number, lexemes: readonly Lexeme[]): ForeignBracket | undefined {
  const last = lexemes.at(-1);
  if (!last) return undefined;
  const isBrace = text.charAt(from) === "{";
  const open = { from, to: from + 1 };
  if (last.type === "keyword" && isLabelListKeyword(last.text)) {
    const prometheus = `unexpected "${isBrace ? "{" : "["}" in grouping opts, expected "("`;
    const message = `the labels behind \`${last.text}\` stand in parentheses`;
    return endOf(labelList, text, from) === undefined ? undefined : { open, words: { ...base, message, prometheus } };
  }
  if (endOf(isBrace ? inBraces : inBrackets, text, from) === undefined) return undefined;
  const taker = takerBefore(lexemes, last);
  if (taker === undefined) return undefined;
  const isGrouped = last.type === ")";
  const what = isAggregator(taker) ? "an aggregation" : "a function";
  const prometheus = isGrouped
    ? `unexpected "${isBrace ? "{" : "["}" in aggregation`
    : isBrace
      ? goInside(text, from + 1)
      : goBrackets(text, from + 1);
  return {
    open,
    words: { ...base, message: `\`${taker}\` is ${what}: what it reads stands in parentheses`, prometheus },
  };
}

const base = { code: "missing-parentheses" };

/** The function or aggregation that the bracket belongs to, also in front of `by (…)`. */
function takerBefore(lexemes: readonly Lexeme[], last: Lexeme): string | undefined {
  if (last.type === "identifier") return functionInfo(last.text) && last.text;
  if (last.type === "keyword") return isAggregator(last.text) ? last.text : undefined;
  if (last.type !== ")") return undefined;
  const open = lexemes.findLastIndex(({ type }) => type === "(");
  const [taker, grouping] = [lexemes[open - 2], lexemes[open - 1]];
  const isGrouping = grouping?.type === "keyword" && (grouping.text === "by" || grouping.text === "without");
  return isGrouping && taker?.type === "keyword" && isAggregator(taker.text) ? taker.text : undefined;
}

/** What Prometheus' lexer or parser says of the beginning of braces that hold no matchers. */
function goInside(text: string, inside: number): string {
  const start = text.slice(inside).search(/\S/) + inside;
  const word = endOf(name, text, start);
  if (word === undefined) return goInBraces(text, start, "label matching operator");
  const after = text.slice(word).search(/\S/) + word;
  if (text.charAt(after) === "}") return 'unexpected "}" in label matching, expected label matching operator';
  return goInBraces(text, after, "label matching operator");
}

const name = /[A-Za-z_]\w*/y;

function goBrackets(text: string, inside: number): string {
  const start = text.slice(inside).search(/\S/) + inside;
  const char = text.charAt(start);
  if (/\d/.test(char)) return 'unexpected "," in subquery or range, expected ":" or "]"';
  return `unexpected character in duration expression: ${goChar(char)}`;
}

/** What is said of the bracket, when it is known what closes it: a span to replace, or an empty one to add `)`. */
export function notParentheses({ open, words }: ForeignBracket, close: Span): Words {
  const edits: readonly Edit[] = [
    { from: open.from, to: open.to, insert: "(" },
    { from: close.from, to: close.to, insert: ")" },
  ];
  return { ...words, help: "use parentheses", fixes: [{ title: "Use parentheses", safety: "safe", edits }] };
}

/** Whether of so many `open` parentheses some are not closed from `from` on. */
export function lacksParenthesis(text: string, from: number, open: number): boolean {
  let left = open;
  for (let at = from; at < text.length && left > 0; at++) {
    const char = text.charAt(at);
    if (char === "(") left += 1;
    if (char === ")") left -= 1;
  }
  return left > 0;
}
