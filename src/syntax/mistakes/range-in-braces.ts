import { parseDuration } from "../../promql/durations.js";
import { endOf } from "../end-of.js";
import type { Lexeme } from "../lexeme.js";
import type { Words } from "./lex-problems.js";
import { mending } from "./mending.js";
import { goInBraces, type Misread } from "./misread.js";
import { withUnit } from "./units.js";

const inBraces = /\{\s*(?:(\[)\s*)?(\d+\s*[A-Za-z]\w*)\s*(?:\]\s*)?\}/y;

/** `{5m}` or `{[5m]}` in place of `[5m]`. */
export function rangeInBraces(text: string, from: number, lexemes: readonly Lexeme[]): Misread | undefined {
  inBraces.lastIndex = from;
  const [all = "", bracket = "", written = ""] = inBraces.exec(text) ?? [];
  const range = durationOf(written);
  if (range === undefined) return undefined;
  const to = from + all.length;
  const at = from + all.indexOf(bracket === "" ? written : bracket);
  const [inner, close] = [lexemes.at(-2), lexemes.at(-1)];
  const isInside = close?.type === ")" && (inner?.type === "identifier" || inner?.type === "}");
  return {
    at: { from, to },
    words: {
      ...base,
      ...(isInside
        ? mending("Use brackets, right behind the metric", [
            { from: inner.to, to: inner.to, insert: `[${range}]` },
            { from: close.to, to, insert: "" },
          ])
        : mending("Use brackets", [{ from, to, insert: `[${range}]` }])),
      prometheus: isInside ? 'unexpected "{"' : goInBraces(text, at, "string"),
    },
    to,
    meant: [
      { type: "[", from, to: from + 1, text: "[" },
      { type: "duration", from: from + 1, to: to - 1, text: range, value: Number(parseDuration(range)) },
      { type: "]", from: to - 1, to, text: "]" },
    ],
  };
}

const base = { code: "unexpected-character", message: "braces hold labels, and a range stands in brackets" };

const lastInBraces = /(\d+\s*[A-Za-z]\w*)\s*\}/y;

/** A range among the matchers, as in `{job="api", 5m}`; `from` is where it begins. */
export function rangeAmongMatchers(text: string, from: number, lexemes: readonly Lexeme[]): Misread | undefined {
  lastInBraces.lastIndex = from;
  const [all = "", written = ""] = lastInBraces.exec(text) ?? [];
  const range = durationOf(written);
  const [before, comma] = [lexemes.at(-2), lexemes.at(-1)];
  if (range === undefined || comma?.type !== "," || !before) return undefined;
  const [to, end] = [from + written.length, from + all.length];
  const edits = [
    { from: before.to, to, insert: "" },
    { from: end, to: end, insert: `[${range}]` },
  ];
  return {
    at: { from, to },
    words: {
      ...base,
      ...mending("Write the range in brackets behind the braces", edits),
      prometheus: goInBraces(text, from, "string"),
    },
    to,
    meant: [],
  };
}

function durationOf(written: string): string | undefined {
  const text = written.replace(/\s+/g, "");
  return typeof parseDuration(text) === "number" ? text : withUnit(text);
}

const inside = /\[[^\][{}"'`\n]*\]\s*\}/y;

/** Brackets that stand inside of the braces: `{job="api"[5m]}`; where the braces end, and what is said of it. */
export function bracketsInBraces(
  text: string,
  from: number,
): { readonly to: number; readonly words: Words } | undefined {
  const to = endOf(inside, text, from);
  if (to === undefined) return undefined;
  const edits = [
    { from, to: from, insert: "}" },
    { from: to - 1, to, insert: "" },
  ];
  return {
    to,
    words: {
      code: "unclosed-brace",
      message: "the range stands inside the braces, which hold labels only",
      ...mending("Write the range behind the braces", edits),
      prometheus: "unexpected character inside braces: '['",
    },
  };
}
