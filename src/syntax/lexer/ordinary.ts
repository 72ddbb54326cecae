import * as say from "../mistakes/lex-problems.js";
import { isAlpha } from "../scan.js";
import { readColon, readDurationWord } from "./brackets.js";
import { closeBrackets, closeForeign, closeParenthesis } from "./closing.js";
import { readNumber, startsNumber } from "./numbers.js";
import { openBraces, openBrackets, openParenthesis } from "./opening.js";
import type { Reader } from "./reader.js";
import { readString } from "./strings.js";
import { readMethodCall, readUnexpected } from "./unexpected.js";
import { readWord } from "./words.js";

/** Reads what begins with `char` outside braces, and in brackets behind their first number. */
export function readOrdinary(reader: Reader, char: string): void {
  switch (char) {
    case ",":
    case "*":
    case "/":
    case "%":
    case "+":
    case "-":
    case "^":
    case "@":
      return reader.emit(char, 1);
    case "=":
    case "!":
    case "<":
    case ">":
      return readComparison(reader, char);
    case '"':
    case "'":
    case "`":
      return readString(reader);
    case "(":
      return openParenthesis(reader);
    case ")":
      return closeParenthesis(reader);
    case "&":
    case "|":
      return readForeignOperator(reader, char);
    case "{":
      return openBraces(reader);
    case "[":
      return openBrackets(reader);
    case "]":
      return closeBrackets(reader);
    case "}":
      return closeForeign(reader);
    default:
      return readWordOrNumber(reader, char);
  }
}

/** Reads `=`, `!`, `<` or `>`, alone or with a second character. */
function readComparison(reader: Reader, char: "=" | "!" | "<" | ">"): void {
  const next = reader.text.charAt(reader.at + 1);
  const isOrder = char === "<" || char === ">";
  if (isOrder && (next === "=" || next === "/")) return reader.emit(`${char}${next}`, 2);
  if (!isOrder && (next === "=" || next === "~")) return reader.emit(`${char}${next}`, 2);
  if (char === "!") return readUnexpected(reader);
  reader.emit(char, 1);
}

/** `&&`, `||`: read as what was meant. */
function readForeignOperator(reader: Reader, char: "&" | "|"): void {
  if (char === "|" && readMethodCall(reader)) return;
  const { text } = reader;
  const at = reader.span(text.charAt(reader.at + 1) === char ? 2 : 1);
  const meant = char === "&" ? "and" : "or";
  reader.report(at, say.foreignOperator(at, text.slice(at.from, at.to), meant));
  reader.add({ type: "keyword", ...at, text: meant });
}

function readWordOrNumber(reader: Reader, char: string): void {
  if (startsNumber(reader, char)) return readNumber(reader);
  if (!isAlpha(char) && char !== ":") return readUnexpected(reader);
  if (!reader.brackets) return readWord(reader);
  if (char === ":") return readColon(reader, reader.brackets);
  readDurationWord(reader, reader.brackets);
}
