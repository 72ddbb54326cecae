import { foreignBracket } from "../mistakes/foreign-brackets.js";
import { matchersInBrackets } from "../mistakes/lex-problems.js";
import type { Reader } from "./reader.js";
import { space } from "./space.js";
import { readUnexpected } from "./unexpected.js";

/** `[job="api"]`. */
const bracketedMatchers = /\[\s*[A-Za-z_]\w*\s*(?:=|!=|!~)(?:[^[\]"'`]|"[^"\n]*"|'[^'\n]*'|`[^`]*`)*\]/y;

/** Reads `(`. */
export function openParenthesis(reader: Reader): void {
  reader.parentheses.push(reader.span(1));
  reader.emit("(", 1);
}

/** Reads `{`, or what it is taken for. */
export function openBraces(reader: Reader): void {
  if (openForeignBracket(reader)) return;
  pushBraces(reader, false);
}

/** Reads `[`, or what it is taken for. */
export function openBrackets(reader: Reader): void {
  if (reader.brackets) return readUnexpected(reader);
  const { text, at } = reader;
  const matchers = reader.match(bracketedMatchers);
  if (matchers !== undefined) {
    const inside = reader.match(space, at + 1) ?? at + 1;
    reader.report({ from: inside, to: matchers - 1 }, matchersInBrackets(text, at, inside, matchers));
    return pushBraces(reader, true);
  }
  if (openForeignBracket(reader)) return;
  reader.brackets = { from: at, to: at + 1, hasColon: false, hasDuration: false };
  reader.emit("[", 1);
}

function pushBraces(reader: Reader, square: boolean): void {
  const { at } = reader;
  reader.braces = { from: at, to: at + 1, square, parentheses: 0 };
  reader.emit("{", 1);
}

/** Reads `[` or `{` that stands where a function or a grouping takes parentheses; returns whether it is one. */
function openForeignBracket(reader: Reader): boolean {
  const instead = foreignBracket(reader.text, reader.at, reader.lexemes);
  if (!instead) return false;
  reader.parentheses.push({ ...instead.open, instead });
  reader.emit("(", 1);
  return true;
}
