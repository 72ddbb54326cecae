import { parseDuration } from "../../promql/durations.js";
import { withUnit } from "../../syntax/mistakes/units.js";
import type { Span } from "../../syntax/problem.js";
import type { Reading, Rejected } from "./habit.js";

const base = { code: "unexpected-character", message: "braces hold labels, and a range stands in brackets" };

const range = String.raw`(\d{1,9}\s*[A-Za-z]\w*)`;
const alone = new RegExp(String.raw`(?:(?<=[\w:}])(\s*\))\s*)?\{\s*(?:\[\s*)?${range}\s*(?:\]\s*)?\}`, "g");
const amongMatchers = new RegExp(String.raw`\s*,\s*${range}\s*\}`, "g");

/** A range in braces: `up{5m}`, `up{[5m]}`, `up{job="api", 5m}`, `up{job="api"[5m]}`. */
export function* rangesInBraces({ code }: Rejected): Iterable<Reading> {
  for (const { 0: all, 1: close = "", 2: written = "", index } of code.matchAll(alone)) {
    const [open, to] = [index + all.indexOf("{"), index + all.length];
    const insert = inBrackets(written);
    if (insert === undefined) continue;
    const meant =
      close === ""
        ? { title: "Use brackets", edits: [{ from: open, to, insert }] }
        : {
            title: "Use brackets, right behind the metric",
            edits: [
              { from: index, to: index, insert },
              { from: index + close.length, to, insert: "" },
            ],
          };
    yield { ...base, at: { from: open, to }, meant: { ...meant, left: "as-well" } };
  }
  for (const { 0: all, 1: written = "", index } of code.matchAll(amongMatchers)) {
    const insert = inBrackets(written);
    if (insert === undefined) continue;
    const from = index + all.indexOf(written);
    const edits = [{ from: index, to: index + all.length, insert: `}${insert}` }];
    yield {
      ...base,
      at: { from, to: from + written.length },
      meant: { title: "Write the range in brackets behind the braces", edits, left: "as-well" },
    };
  }
  yield* rangesBehindMatchers(code);
}

const behindMatchers = /\{[^{}[\]]*(\[[^{}[\]"'`\n]*\])\s*\}/g;

function* rangesBehindMatchers(code: string): Iterable<Reading> {
  for (const { 0: all, 1: brackets = "", index } of code.matchAll(behindMatchers)) {
    const from = index + all.indexOf("[");
    const edits = [{ from, to: index + all.length, insert: `}${brackets}` }];
    yield {
      at: first(index),
      code: "unclosed-brace",
      message: "the range stands inside the braces, which hold labels only",
      meant: { title: "Write the range behind the braces", edits, left: "as-well" },
    };
  }
}

function inBrackets(written: string): string | undefined {
  const text = written.replace(/\s+/g, "");
  const duration = typeof parseDuration(text) === "number" ? text : withUnit(text);
  return duration && `[${duration}]`;
}

function first(from: number): Span {
  return { from, to: from + 1 };
}

const comparison = /\{\s*([<>]=?)\s*([\d.]+)\s*\}/g;
const wildcard = /([=!]~|!?=)(\s*)("_*"|'_*')(\.?[*+])/g;

/** A comparison in braces, `up{>3}`, and a wildcard right behind the quotes of a value, `{pod=~"api".*}`. */
export function* valuesInBraces({ text, code }: Rejected): Iterable<Reading> {
  for (const { 0: all, 1: sign = "", 2: number = "", index } of code.matchAll(comparison)) {
    const edits = [{ from: index, to: index + all.length, insert: ` ${sign} ${number}` }];
    yield {
      at: { from: index + all.indexOf(sign), to: index + all.lastIndexOf(number) + number.length },
      code: "unexpected-character",
      message: "braces hold labels, and values are compared behind them",
      meant: { title: "Compare behind the braces", edits, left: "as-well" },
    };
  }
  for (const { 0: all, 1: op = "", 2: space = "", 3: value = "", 4: written = "", index } of code.matchAll(wildcard)) {
    const pattern = written.startsWith(".") ? written : `.${written}`;
    const start = index + op.length + space.length;
    const [close, to] = [start + value.length - 1, index + all.length];
    const meantOp = op === "=" ? "=~" : op === "!=" ? "!~" : op;
    const insert = meantOp + space + text.slice(start, close) + pattern + text.charAt(close);
    yield {
      at: { from: close + 1, to },
      code: "unexpected-character",
      message: `\`${written}\` stands behind the quotes, and a pattern stands inside them as a whole`,
      meant: { title: `Put \`${pattern}\` inside the quotes`, edits: [{ from: index, to, insert }], left: "as-well" },
    };
  }
}
