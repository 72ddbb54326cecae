import * as say from "../mistakes/lex-problems.js";
import { misreadMatcher } from "../mistakes/misread-matcher.js";
import { isAlpha } from "../scan.js";
import { closeBraces, closeBracesBefore } from "./closing.js";
import type { OpenBraces, Reader } from "./reader.js";
import { readString } from "./strings.js";
import { readUnexpected } from "./unexpected.js";
import { readVariable } from "./words.js";

const label = /[A-Za-z_][A-Za-z0-9_]*/y;
const foreign = /[^A-Za-z_,=!{}[\]()"'`# \t\r\n$]+/y;

/** Reads what begins with `char` inside braces: labels, operators, values. */
export function readInBraces(reader: Reader, braces: OpenBraces, char: string): void {
  const next = reader.text.charAt(reader.at + 1);
  switch (char) {
    case ",":
      return reader.emit(",", 1);
    case '"':
    case "'":
    case "`":
      return readString(reader);
    case "=":
      if (readMisreadMatcher(reader)) return;
      if (next === "~") reader.emit("=~", 2);
      else reader.emit("=", 1);
      return;
    case "!":
      if (readMisreadMatcher(reader)) return;
      if (next === "~" || next === "=") reader.emit(`!${next}`, 2);
      else readUnexpected(reader);
      return;
    case "}":
      return closeBraces(reader);
    case "(":
    case ")":
    case "[":
    case "]":
      return readBracket(reader, braces, char);
    case "$":
      return readUnexpected(reader);
    default:
      return readLabel(reader, char);
  }
}

function readLabel(reader: Reader, char: string): void {
  if (isAlpha(char) && readVariable(reader, label)) return;
  if (readMisreadMatcher(reader)) return;
  if (isAlpha(char)) reader.push("identifier", reader.match(label) ?? reader.at + 1);
  else skipForeign(reader);
}

function readMisreadMatcher(reader: Reader): boolean {
  return reader.misread(misreadMatcher(reader.text, reader.at, reader.lexemes));
}

/** Parentheses in braces are one mistake, as a pair. What closes or opens something else ends the braces. */
function readBracket(reader: Reader, braces: OpenBraces, char: "(" | ")" | "[" | "]"): void {
  if (char === "]") {
    if (braces.square) closeBraces(reader);
    else skipForeign(reader);
  } else if (char === ")" && braces.parentheses > 0) {
    braces.parentheses -= 1;
    reader.at += 1;
  } else if (readMisreadMatcher(reader)) {
    return;
  } else if (char === "(") {
    if (braces.parentheses === 0) reader.report(reader.span(1), say.parenthesisInBraces);
    braces.parentheses += 1;
    reader.at += 1;
  } else {
    closeBracesBefore(reader, braces);
  }
}

/** Takes all that cannot stand in braces as one mistake. */
function skipForeign(reader: Reader): void {
  const { text, at } = reader;
  const to = Math.max(reader.match(foreign) ?? 0, at + reader.character(at).length);
  reader.skip(to - at, say.foreignInBraces(text.slice(at, to)));
}
