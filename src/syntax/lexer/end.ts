import { notParentheses } from "../mistakes/foreign-brackets.js";
import { unclosed } from "../mistakes/lex-problems.js";
import { maxProblems, type Span } from "../problem.js";
import type { Reader } from "./reader.js";

/**
 * Reads the end of the query. Of all that stays open there is one problem: it lies at the innermost, and its fix closes
 * everything. Returns whether anything stays open.
 */
export function readEnd(reader: Reader): boolean {
  const { parentheses, openString, text } = reader;
  const end = reader.lexemes.at(-1)?.to ?? text.length;
  const foreign = parentheses.flatMap((open) => (open.instead ? [{ at: open, instead: open.instead }] : []));
  for (const { at, instead } of foreign.slice(0, maxProblems))
    reader.report(at, notParentheses(instead, { from: end, to: end }));
  const open = openOnes(reader).sort((a, b) => b.at.from - a.at.from);
  const [innermost] = open;
  if (innermost && openString === -1) {
    const kinds = open.map(({ what }) => what);
    reader.report(innermost.at, unclosed(kinds, end, reader.place));
  }
  reader.at = text.length;
  reader.push("end", text.length);
  return open.length > 0 || foreign.length > 0 || openString !== -1;
}

/** What is never closed. */
interface OpenOne {
  readonly at: Span;
  readonly what: "parenthesis" | "brace" | "bracket";
}

function openOnes({ parentheses, braces, brackets }: Reader): OpenOne[] {
  const open: OpenOne[] = parentheses.flatMap((at) => (at.instead ? [] : { at, what: "parenthesis" }));
  if (braces) open.push({ at: braces, what: "brace" });
  else if (brackets) open.push({ at: brackets, what: "bracket" });
  return open;
}
