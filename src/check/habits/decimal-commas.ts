import { inWholeNumbers } from "../../syntax/mistakes/units.js";
import type { Reading, Rejected } from "./habit.js";

const written = /(?<![\w.]|\d,)(\d{1,15}),(\d{1,15})(?:(ms|[smhdwy])(?!\w)|(?![\w.]|,\d))/g;

/** A comma in place of the decimal point: `up < 0,5`, `quantile(0,95, up)`, `up[1,5h]`. */
export function* decimalCommas({ code }: Rejected): Iterable<Reading> {
  const edits = [...code.matchAll(written)].flatMap(({ 0: all, 1: whole, 2: rest = "", 3: unit, index }) => {
    // `1,000` are thousands.
    if (unit === undefined && rest.length === 3 && whole !== "0") return [];
    const number = `${whole}.${rest}`;
    const insert = unit === undefined ? number : (inWholeNumbers(number + unit) ?? "");
    return insert === "" ? [] : [{ from: index, to: index + all.length, insert }];
  });
  const [first] = edits;
  if (!first) return;
  yield {
    at: { from: first.from, to: first.to },
    code: "unexpected-token",
    message: "a number has a point before its decimals, and a comma separates two arguments",
    meant: { title: `Use \`${edits.map(({ insert }) => insert).join("` and `")}\``, edits, left: "as-well" },
  };
}
