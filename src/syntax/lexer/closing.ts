import { lacksParenthesis, notParentheses } from "../mistakes/foreign-brackets.js";
import * as say from "../mistakes/lex-problems.js";
import type { Span } from "../problem.js";
import type { OpenBrackets, Reader } from "./reader.js";
import { space } from "./space.js";
import { readUnexpected } from "./unexpected.js";

/** Reads `)`, also where it closes the wrong thing, or brackets are still open inside. */
export function closeParenthesis(reader: Reader): void {
  const { brackets } = reader;
  const open = reader.parentheses.pop();
  if (!open && brackets) return closeBracketsWith(reader, brackets);
  if (!open) return reader.skip(1, say.unmatchedParenthesis);
  if (open.instead) reader.report(open, notParentheses(open.instead, reader.span(1)));
  if (brackets && open.from < brackets.from) {
    closeBefore(reader, "]", brackets);
    reader.brackets = undefined;
  }
  reader.emit(")", 1);
  if (reader.at === reader.exchanged) reader.at += 1;
}

/** Reads `]`. */
export function closeBrackets(reader: Reader): void {
  const { brackets } = reader;
  if (!brackets) return closeForeign(reader);
  closeParenthesesInside(reader, brackets);
  reader.brackets = undefined;
  reader.emit("]", 1);
  if (reader.exchanged >= reader.at && reader.match(space) === reader.exchanged) reader.at = reader.exchanged + 1;
}

/** Reads what closes braces. */
export function closeBraces(reader: Reader): void {
  reader.braces = undefined;
  reader.push("}", reader.at + 1, "}");
}

/** Ends braces before what comes next; the `}` is missing, or comes later. */
export function closeBracesBefore(reader: Reader, braces: Span): void {
  closeBefore(reader, "}", braces);
  reader.braces = undefined;
}

/** Puts the `}` or `]` that is missing before what comes next. */
function closeBefore(reader: Reader, close: "}" | "]", open: Span): void {
  const { text, at } = reader;
  const before = reader.lexemes.at(-1)?.to ?? at;
  if (text.startsWith(`)${close}`, at) && (close === "]" || reader.parentheses.length > 0)) {
    reader.exchanged = at + 1;
    reader.report(open, say.exchangedClosing(close, at));
  } else if (!mayBeInString(reader, open)) {
    reader.report(open, say.unclosedBefore(close, text.charAt(at), before));
  }
  reader.push(close, at, close);
}

/** Whether what closes a brace or bracket may stand in a string that is not closed. */
function mayBeInString({ openString }: Reader, open: Span): boolean {
  return openString > open.from;
}

function closeParenthesesInside(reader: Reader, brackets: OpenBrackets): void {
  const { parentheses } = reader;
  const innermost = parentheses.at(-1);
  let missing = "";
  for (; (parentheses.at(-1)?.from ?? -1) > brackets.from; parentheses.pop()) missing += ")";
  if (innermost && missing !== "" && !mayBeInString(reader, innermost)) {
    reader.report(innermost, say.unclosedBefore(missing, "]", reader.lexemes.at(-1)?.to ?? reader.at));
  }
}

/** Takes the character that closes the wrong thing for the `]` that is wanted. */
function closeBracketsWith(reader: Reader, brackets: Span): void {
  const { text, at } = reader;
  reader.report(reader.span(1), say.closedWith(text.charAt(at), text.charAt(brackets.from), reader.span(1)));
  reader.brackets = undefined;
  reader.push("]", at + 1, "]");
}

/** Reads `]` or `}` where nothing of the kind is open: it may close what stands in place of a parenthesis. */
export function closeForeign(reader: Reader): void {
  const { text, at, parentheses, brackets } = reader;
  if (brackets) return closeBracketsWith(reader, brackets);
  if (text.charAt(at) === "]" && closeRangeWithoutOpening(reader)) return;
  const open = parentheses.at(-1);
  if (!open || !(open.instead || lacksParenthesis(text, at, parentheses.length))) return readUnexpected(reader);
  parentheses.pop();
  const close = reader.span(1);
  if (open.instead) reader.report(open, notParentheses(open.instead, close));
  else reader.report(close, say.closedWith(text.charAt(at), "(", close));
  reader.push(")", at + 1, ")");
}

/** `up 5m]`; returns whether it stands here. */
function closeRangeWithoutOpening(reader: Reader): boolean {
  const { lexemes } = reader;
  const range = lexemes.at(-1);
  const before = lexemes.at(-2)?.type;
  if (range?.type !== "duration" || (before !== "identifier" && before !== "}")) return false;
  const at = { from: range.from, to: range.from };
  reader.report(reader.span(1), say.unopenedBracket(at));
  lexemes.splice(-1, 0, { type: "[", ...at, text: "[" });
  reader.push("]", reader.at + 1, "]");
  return true;
}
