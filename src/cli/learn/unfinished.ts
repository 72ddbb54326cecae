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
  for (const { type } of lex(text.slice(0, longest)).lexemes) {
    if (type === "(" || type === "{" || type === "[") open.push(type);
    else if (type === ")" || type === "}" || type === "]") open.pop();
  }
  return open;
}

/**
 * Whether a line is not the rest of an unfinished query, but that query written anew: it is complete, and begins with all that
 * was there; or it begins with the same word, and the two together are no query.
 */
export function isWrittenAnew(line: string, before: string): boolean {
  if (/^\s|^$/.test(line) || line.length > longest || parse(line).problems.length > 0) return false;
  if (line.startsWith(before.trim())) return true;
  const [word, former] = [line, before].map((text) => /\w+/.exec(text)?.[0] ?? "");
  const together = `${before}\n${line}`;
  return word !== undefined && former !== undefined && isAlike(word, former) && isBroken(together);
}

function isBroken(text: string): boolean {
  return !isUnfinished(text) && parse(text).problems.length > 0;
}
