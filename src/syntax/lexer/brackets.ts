import { missingRange } from "../mistakes/lex-problems.js";
import { wordInBrackets } from "../mistakes/number-problems.js";
import { unitAlone } from "../mistakes/time-in-brackets.js";
import { isAlpha } from "../scan.js";
import { closeBrackets, closeParenthesis } from "./closing.js";
import { readNumber, startsNumber } from "./numbers.js";
import { openParenthesis } from "./opening.js";
import type { OpenBrackets, Reader } from "./reader.js";
import { space } from "./space.js";
import { skipStringInBrackets } from "./strings.js";
import { readUnexpected } from "./unexpected.js";
import { addKeyword, wordOrNumber } from "./words.js";

const letters = /[A-Za-z_]+/y;

const durationWords: ReadonlySet<string> = new Set(["step", "range", "min_of", "max_of"]);

/** Reads what begins with `char` at the beginning of brackets, up to the first number. */
export function readDuration(reader: Reader, brackets: OpenBrackets, char: string): void {
  switch (char) {
    case "]":
      return closeBrackets(reader);
    case ":":
      return readColon(reader, brackets);
    case "(":
      return openParenthesis(reader);
    case ")":
      return closeParenthesis(reader);
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
    case "^":
    case ",":
      return reader.emit(char, 1);
    case '"':
    case "'":
    case "`":
      return skipStringInBrackets(reader);
    default:
      if (startsNumber(reader, char)) return readNumber(reader);
      if (isAlpha(char)) readDurationWord(reader, brackets);
      else readUnexpected(reader);
      return;
  }
}

/** Reads the `:` of a subquery. */
export function readColon(reader: Reader, brackets: OpenBrackets): void {
  if (brackets.hasColon) return readUnexpected(reader);
  if (!brackets.hasDuration && !reader.hasDuration) reader.report(reader.span(1), missingRange);
  brackets.hasColon = true;
  reader.emit(":", 1);
}

/** Reads `step`, `range` and the like; leaves out another word. */
export function readDurationWord(reader: Reader, brackets: OpenBrackets): void {
  const { text, at } = reader;
  const written = text.slice(at, reader.match(letters));
  if (durationWords.has(written.toLowerCase())) return addKeyword(reader, at + written.length, written);
  const isFirst = !brackets.hasDuration;
  if (isFirst && reader.misread(unitAlone(text, at))) return reader.endDuration();
  const to = reader.match(wordOrNumber) ?? at + 1;
  const before = reader.lexemes.at(-1);
  const count = before?.type === "number" ? before : undefined;
  const spaced = { from: before?.to ?? at, to: reader.match(space, to) ?? to };
  reader.skip(to - at, wordInBrackets({ text: text.slice(at, to), from: at }, spaced, isFirst, count));
}
