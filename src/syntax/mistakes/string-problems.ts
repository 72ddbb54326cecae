import { parseDuration } from "../../promql/durations.js";
import { type EscapeMistake, quote } from "../../promql/strings.js";
import { goChar, goRune, inOneLine, visible } from "../characters.js";
import type { Problem, Span } from "../problem.js";
import type { Words } from "./lex-problems.js";
import { mending } from "./mending.js";
import { ownMetric } from "./own-metric.js";

/** A string, in quotes or not, where a duration belongs. */
export function stringInBrackets(at: Span, raw: string): Words {
  const inside = raw.slice(1, -1);
  const edits = [{ from: at.from, to: at.to, insert: inside }];
  return {
    code: "bad-duration",
    message: "brackets hold a duration, and this is a string",
    ...(typeof parseDuration(inside) === "number"
      ? mending("Write it without quotes", edits)
      : {
          help: `write a number with a unit, \`5m\`; labels stand in braces: \`${ownMetric}{job=${inOneLine(quote(inside))}}\``,
        }),
    prometheus: `unexpected character in duration expression: ${goChar(raw.charAt(0))}`,
  };
}

/** Where a string stands that is not closed. */
export interface StringPlace {
  readonly inBraces: boolean;
  /** Whether a line break ends it. */
  readonly breaks: boolean;
}

/** A string whose closing quote is missing; it ends at `to`. A comma in braces may be one of its value. */
export function unclosedString(raw: string, to: number, place: StringPlace): Words {
  const mark = raw.charAt(0);
  const isRaw = mark === "`";
  const name = isRaw ? "backtick" : `\`${mark}\``;
  const escapes = !isRaw && endsInBackslash(raw);
  const prometheus = isRaw
    ? "unterminated raw string"
    : escapes
      ? "escape sequence not terminated"
      : "unterminated quoted string";
  const other = otherQuote(raw);
  if (other !== undefined) return closedOtherwise(raw, other, to, prometheus);
  const bracket = raw.search(place.inBraces ? /[)\]}]/ : /[,)\]}]/);
  const at = bracket === -1 ? to : to - raw.length + bracket;
  return {
    code: "unclosed-string",
    message: `the string that begins here never ends: its closing ${name} is missing`,
    help: `close it with ${isRaw ? "a backtick" : name}${place.breaks ? ", and write a line break inside as `\\n`" : ""}`,
    fixes: [
      {
        title: "Close the string",
        safety: bracket === -1 ? "safe" : "suggestion",
        edits: [{ from: at, to: at, insert: bracket === -1 && escapes ? `\\${mark}` : mark }],
      },
    ],
    prometheus,
  };
}

/** Where another quotation mark stands that was probably meant to close a string. */
function otherQuote(raw: string): number | undefined {
  for (const { 0: mark, index } of raw.matchAll(/["'`“”‘’](?=\s*(?:[,)\]}]|$))/g)) {
    if (mark !== raw.charAt(0)) return index;
  }
  return undefined;
}

function closedOtherwise(raw: string, index: number, to: number, prometheus: string): Words {
  const mark = raw.charAt(0);
  const at = to - raw.length + index;
  const name = (quote: string): string => (quote === "`" ? "a backtick" : `\`${quote}\``);
  return {
    code: "unclosed-string",
    message: `the string begins with ${name(mark)} and ends with ${name(raw.charAt(index))}`,
    ...mending(`Close it with ${name(mark)}`, [{ from: at, to: at + 1, insert: mark }]),
    prometheus,
  };
}

/** Whether the last character is a backslash that is not itself escaped. */
function endsInBackslash(text: string): boolean {
  let count = 0;
  while (text.charAt(text.length - 1 - count) === "\\") count += 1;
  return count % 2 === 1;
}

/** An escape sequence that does not exist, in a string that begins at `start`. */
export function badEscape(raw: string, start: number, { from, to, kind }: EscapeMistake): Problem {
  const at: Span = { from: start + from, to: start + to };
  const text = visible(raw.slice(from, to));
  const base = { code: "bad-escape", severity: "error", at } as const;
  switch (kind) {
    case "unknown":
      return {
        ...base,
        message: `${text} is no escape sequence`,
        help: "write a backslash twice to mean itself",
        fixes: [
          { title: "Double the backslash", safety: "safe", edits: [{ from: at.from, to: at.from, insert: "\\" }] },
        ],
        prometheus: `unknown escape sequence ${goRune(raw.slice(from + 1, to))}`,
      };
    case "digits":
      return {
        ...base,
        message: `${text} needs more digits to name a character`,
        help: digitsHelp,
        prometheus: `illegal character ${goRune(firstNoDigit(raw, from + 1))} in escape sequence`,
      };
    case "code-point":
      return {
        ...base,
        message: `${text} names no character`,
        help: digitsHelp,
        prometheus: "escape sequence is an invalid Unicode code point",
      };
  }
}

/** The character that ends the digits of the escape sequence whose letter or first octal digit stands at `at`. */
function firstNoDigit(raw: string, at: number): string {
  const octal = raw.charAt(at) >= "0" && raw.charAt(at) <= "7";
  const digit = octal ? /[0-7]/ : /[\da-fA-F]/;
  let end = octal ? at : at + 1;
  while (digit.test(raw.charAt(end))) end += 1;
  return String.fromCodePoint(raw.codePointAt(end) ?? 0);
}

const digitsHelp = "write `\\x` with two, `\\u` with four or `\\U` with eight hexadecimal digits, or three octal ones";

/** A character that no UTF-8 text can hold. */
export const invalidUtf8: Words = {
  code: "invalid-utf8",
  message: "the string holds a character that is not valid UTF-8",
  help: "save the text as UTF-8",
  prometheus: "invalid UTF-8 rune",
};
