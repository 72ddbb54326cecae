import type { Reading, Rejected } from "./habit.js";

const value = String.raw`[-+]?(?:\d[\d.]*(?:e[-+]?\d+)?|NaN|Inf)`;
const series = new RegExp(
  String.raw`^(\s*(?:[A-Za-z_:][\w:]*)?(?:\{[^{}]*\})?)\s+(?:=>\s*)?${value}(?:\s*@\s*\[?[\d.]+\]?)?\s*$`,
  "i",
);
const row = new RegExp(
  String.raw`^\s*[^\s(){}[\]+*/<>=;,]+(?:(?: {2,}|\t+)[^\s(){}[\]+*/<>=;,]+)+(?: {2,}|\t+)${value}\s*$`,
  "i",
);
const table = /^\s*[|│](?:[^|│(){}[\]\n]*[|│])+\s*$/;

const words = { code: "part-of-result", message: "this is a part of a result and no query" };
const help = "write what is asked for, such as the metric with its labels in braces";

/** A line of what was shown as a result: `{cpu="0"}  604486.35`, `{cpu="0"} => 0.5 @[1700000000]`, `| cpu | 0.5 |`. */
export function* partsOfResults({ text, code }: Rejected): Iterable<Reading> {
  const from = text.search(/\S/);
  const at = { from, to: text.trimEnd().length };
  if (table.test(code) || row.test(code)) yield { ...words, at, help };
  const [, selector = ""] = series.exec(code) ?? [];
  if (!selector.includes("{")) return;
  const edits = [{ from: selector.length, to: code.trimEnd().length, insert: "" }];
  yield { ...words, at, meant: { title: "Leave out the value", edits } };
}
