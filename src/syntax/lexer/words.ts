import { keywords } from "../../promql/keywords.js";
import { scanVariable } from "../scan.js";
import type { Reader } from "./reader.js";

const word = /[A-Za-z_:][A-Za-z0-9_:]*/y;
/** Letters and digits in a row. */
export const wordOrNumber = /[A-Za-z0-9_]+/y;
const metricPart = /[A-Za-z0-9_:]+/y;
const parenthesisFollows = /[ \t\n\r]*\(/y;

const fillWords: ReadonlySet<string> = new Set(["fill", "fill_left", "fill_right"]);

/** Reads a name, a keyword, or a number that is written as a word. */
export function readWord(reader: Reader): void {
  if (readVariable(reader, word)) return;
  const to = reader.match(word) ?? reader.at + 1;
  const text = reader.text.slice(reader.at, to);
  const lower = text.toLowerCase();
  if (lower === "inf" || lower === "nan") return reader.push("number", to, text, lower === "inf" ? Infinity : NaN);
  const isKeyword =
    keywords.has(lower) && (!fillWords.has(lower) || reader.match(parenthesisFollows, to) !== undefined);
  if (isKeyword) return addKeyword(reader, to, text);
  reader.push(text.includes(":") ? "metric-identifier" : "identifier", to);
}

/** Adds a keyword that is written as `raw`. */
export function addKeyword(reader: Reader, to: number, raw: string): void {
  reader.add({ type: "keyword", from: reader.at, to, text: raw.toLowerCase(), raw });
}

/**
 * Reads a variable together with the letters and digits that it is joined to, where they begin with `first`. Returns
 * whether one stands here, and variables are accepted.
 */
export function readVariable(reader: Reader, first?: RegExp): boolean {
  if (!reader.variables) return false;
  const { text, at } = reader;
  const start = first ? reader.match(first) : at;
  let to = start === undefined ? undefined : scanVariable(text, start);
  if (to === undefined) return false;
  const joined = reader.braces || reader.brackets ? wordOrNumber : metricPart;
  for (
    let next: number | undefined = to;
    next !== undefined;
    next = scanVariable(text, to) ?? reader.match(joined, to)
  ) {
    to = next;
  }
  reader.endDuration();
  reader.add({ type: "variable", from: at, to, text: text.slice(at, to), variable: true });
  return true;
}
