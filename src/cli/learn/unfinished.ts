import { isAggregator } from "../../promql/aggregators.js";
import { isAlike } from "../../promql/spelling.js";
import { lex } from "../../syntax/lex.js";
import { parse } from "../../syntax/parse.js";
import { maxQueryLength } from "../../tutorial/attempt.js";
import { readOrder } from "./order.js";

/** Whether a query goes on in the next line: a bracket is open, or its end asks for more. */
export function isUnfinished(text: string): boolean {
  if (text.trim() === "" || text.length > maxQueryLength || readOrder(text).kind !== "query") return false;
  const { problems } = parse(text);
  if (/\d\s*%\s*$/.test(text) && openBrackets(text).length === 0) return false;
  // A bracket that is missing in the middle is read as if it were there, and nothing behind it mends that.
  if (openBrackets(text).length === 0 && problems.some(({ code }) => code !== "unexpected-end")) return false;
  return problems.length > 0 && problems.every(({ code }) => unfinished.has(code));
}

/** Problems that more text may mend. */
const unfinished: ReadonlySet<string> = new Set([
  "unexpected-end",
  "unclosed-parenthesis",
  "unclosed-brace",
  "unclosed-bracket",
]);

/** The brackets that are open at the end of a text, the outermost first. */
export function openBrackets(text: string): readonly string[] {
  const open: string[] = [];
  for (const { type } of lex(text.slice(0, maxQueryLength)).lexemes) {
    if (type === "(" || type === "{" || type === "[") open.push(type);
    else if (type === ")" || type === "}" || type === "]") open.pop();
  }
  return open;
}

/**
 * Whether a line is not the rest of an unfinished query, but that query written anew, perhaps with a mistake of its own. It is
 * complete, and begins with all that was there; or the two together are no query, and it begins as the query did, or is complete,
 * or stands behind what was there without an operator.
 */
export function isWrittenAnew(line: string, before: string): boolean {
  if (/^\s|^$/.test(line) || line.length > maxQueryLength) return false;
  const isComplete = parse(line).problems.length === 0;
  if (isComplete && line.startsWith(before.trim())) return true;
  if (!beginsQuery(line) || !isBroken(`${before}\n${line}`)) return false;
  return beginsAlike(line, before) || isComplete || isApart(line, before);
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

/** Whether an operator is missing between what was there and the line behind it, which closes nothing of what was there. */
function isApart(line: string, before: string): boolean {
  const closes = parse(line).problems.some(({ code }) => code === "unmatched-parenthesis");
  const { problems } = parse(`${before}\n${line}`);
  return !closes && problems.some(({ code, at }) => code === "missing-operator" && at.from === before.length + 1);
}
