import { isAggregator } from "../../promql/aggregators.js";
import { isAlike } from "../../promql/spelling.js";
import { lex } from "../../syntax/lex.js";
import { parse } from "../../syntax/parse.js";
import { readOrder } from "./order.js";

/** Longer texts are not looked at: they are a query, and too long. */
const longest = 20_000;

/** Whether a query goes on in the next line: a bracket is open, or its end asks for more. */
export function isUnfinished(text: string): boolean {
  if (text.trim() === "" || text.length > longest || readOrder(text).kind !== "query") return false;
  const { problems } = parse(text);
  const { open, isWrong } = readBrackets(text);
  // One that is missing in the middle is read as if it were there, and nothing behind it mends that.
  if (isWrong || (open.length === 0 && problems.some(({ code }) => code !== "unexpected-end"))) return false;
  return problems.length > 0 && problems.every(({ code }) => unfinished.has(code));
}

/** Problems that more text may mend. */
const unfinished: ReadonlySet<string> = new Set([
  "unexpected-end",
  "unclosed-parenthesis",
  "unclosed-brace",
  "unclosed-bracket",
]);

/** The brackets that are open at the end of a text, the outermost first; one that closes none of them counts for nothing. */
export function openBrackets(text: string): readonly string[] {
  return readBrackets(text).open;
}

/** The brackets of a text: those that stay open, how many pairs there are, and whether one closes another kind or none. */
function readBrackets(text: string): {
  readonly open: readonly string[];
  readonly pairs: number;
  readonly isWrong: boolean;
} {
  const open: string[] = [];
  let [pairs, isWrong] = [0, false];
  for (const { type } of lex(text.slice(0, longest)).lexemes) {
    const opens = closers.get(type);
    if (type === "(" || type === "{" || type === "[") open.push(type);
    else if (opens !== undefined && open.at(-1) === opens) {
      open.pop();
      pairs++;
    } else if (opens !== undefined) isWrong = true;
  }
  return { open, pairs, isWrong };
}

const closers: ReadonlyMap<string, string> = new Map([
  [")", "("],
  ["}", "{"],
  ["]", "["],
]);

/**
 * Whether a line is not the rest of an unfinished query, but that query written anew, perhaps with a mistake of its own. It is
 * complete, and begins with all that was there; or the two together are no query, and it begins as the query did, or closes its
 * brackets as a whole query does.
 */
export function isWrittenAnew(line: string, before: string): boolean {
  if (/^\s|^$/.test(line) || line.length > longest) return false;
  const isComplete = parse(line).problems.length === 0;
  if (isComplete && line.startsWith(before.trim())) return true;
  if (!beginsQuery(line) || !isBroken(`${before}\n${line}`)) return false;
  return beginsAlike(line, before) || isComplete || (isClosed(line) && openBrackets(before).at(-1) === "(");
}

/** Whether a text is no query, and no more text can make it one. */
export function isBroken(text: string): boolean {
  return !isUnfinished(text) && parse(text).problems.length > 0;
}

/** Whether a query can begin as a text does: neither with an operator nor with a word such as `by`. */
function beginsQuery(text: string): boolean {
  const [first] = lex(text).lexemes;
  return first?.type === "identifier" || first?.type === "metric-identifier" || isAggregator(first?.text ?? "");
}

function beginsAlike(line: string, before: string): boolean {
  const [word, former] = [line, before].map((text) => /\w+/.exec(text)?.[0] ?? "");
  return word !== undefined && former !== undefined && isAlike(word, former);
}

/** Whether a text has brackets, and each that it opens is closed. */
function isClosed(text: string): boolean {
  const { open, pairs, isWrong } = readBrackets(text);
  return pairs > 0 && open.length === 0 && !isWrong;
}
