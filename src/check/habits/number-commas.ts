import { inWholeNumbers } from "../../syntax/mistakes/units.js";
import type { Edit } from "../../syntax/problem.js";
import type { Reading, Rejected } from "./habit.js";

const thousands = /(?<![\w.,])[1-9]\d{0,2}(?:,\d{3}){1,6}(?![\w.,])/g;

/** Commas between the thousands of a number, `up > 1,048,576`, or before its decimals, `quantile(0,95, up)`, `up[1,5h]`. */
export function* numberCommas({ code }: Rejected): Iterable<Reading> {
  const whole = [...code.matchAll(thousands)].map(({ 0: all, index }) => edit(index, all, all.replaceAll(",", "")));
  yield* readingOf(whole, "a number has no commas in PromQL");
  yield* readingOf(decimals(code), "a number has a point before its decimals, and a comma separates two arguments");
}

const decimal = /(?<![\w.]|\d,)(\d{1,15}),(\d{1,15})(?:(ms|[smhdwy])(?!\w)|(?![\w.]|,\d))/g;

function decimals(code: string): readonly Edit[] {
  return [...code.matchAll(decimal)].flatMap(({ 0: all, 1: whole, 2: rest = "", 3: unit, index }) => {
    // `1,000` are thousands.
    if (unit === undefined && rest.length === 3 && whole !== "0") return [];
    const number = `${whole}.${rest}`;
    const insert = unit === undefined ? number : (inWholeNumbers(number + unit) ?? "");
    return insert === "" ? [] : [edit(index, all, insert)];
  });
}

function edit(from: number, written: string, insert: string): Edit {
  return { from, to: from + written.length, insert };
}

function* readingOf(edits: readonly Edit[], message: string): Iterable<Reading> {
  const [first] = edits;
  if (!first) return;
  const title = `Use \`${edits.map(({ insert }) => insert).join("` and `")}\``;
  yield {
    code: "unexpected-token",
    at: { from: first.from, to: first.to },
    message,
    meant: { title, edits, left: "as-well" },
  };
}
