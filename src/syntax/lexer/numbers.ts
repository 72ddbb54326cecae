import { parseDuration } from "../../promql/durations.js";
import { isLabelListKeyword } from "../../promql/keywords.js";
import { parseNumber } from "../../promql/numbers.js";
import type { Words } from "../mistakes/lex-problems.js";
import { badDuration, badNumber, neitherNumberNorDuration, valueForLabel } from "../mistakes/number-problems.js";
import { isDigit, scanNumber } from "../scan.js";
import type { Reader } from "./reader.js";
import { readVariable } from "./words.js";

const numberLike = /[A-Za-z0-9_.]+/y;

/** Whether the next character, `char`, begins a number or duration. */
export function startsNumber(reader: Reader, char: string): boolean {
  return isDigit(char) || (char === "." && isDigit(reader.text.charAt(reader.at + 1)));
}

/** Reads a number or duration, and what is joined to one that is wrong. */
export function readNumber(reader: Reader): void {
  if (readVariable(reader, numberLike)) return;
  reader.endDuration();
  const { text, at } = reader;
  const { type, to } = scanNumber(text, at);
  const scanned = text.slice(at, to);
  if (type === "duration") return addDuration(reader, scanned);
  const end = type === "number" ? to : (reader.match(numberLike) ?? to);
  const whole = text.slice(at, end);
  const value = type === "number" ? parseNumber(whole) : undefined;
  if (value === undefined) {
    reader.report(
      reader.span(whole.length),
      type === "number" && !isLabel(reader) ? badNumber(whole) : noNumber(reader, whole, scanned),
    );
  }
  reader.push("number", end, whole, value ?? NaN);
}

function addDuration(reader: Reader, text: string): void {
  const seconds = parseDuration(text);
  const isWrong = typeof seconds === "string";
  if (isWrong) reader.report(reader.span(text.length), badDuration(reader.at, text, seconds));
  reader.push("duration", reader.at + text.length, text, isWrong ? NaN : seconds);
}

/** What is said of digits that are neither a number nor a duration; Prometheus stops behind `scanned`. */
function noNumber(reader: Reader, whole: string, scanned: string): Words {
  if (!isLabel(reader)) return neitherNumberNorDuration(reader.at, whole, scanned, isDuration(reader));
  return { ...neitherNumberNorDuration(reader.at, whole, scanned, false), ...valueForLabel };
}

/** Whether only a label can stand here: behind `by (`. */
function isLabel({ lexemes }: Reader): boolean {
  const before = lexemes.at(-2);
  return lexemes.at(-1)?.type === "(" && before?.type === "keyword" && isLabelListKeyword(before.text);
}

/** Whether only a duration can stand here. */
function isDuration({ brackets, lexemes }: Reader): boolean {
  const last = lexemes.at(-1);
  return brackets !== undefined || (last?.type === "keyword" && last.text === "offset");
}
