import { literalPattern } from "../../promql/literal-pattern.js";
import { quote, unquote } from "../../promql/strings.js";
import type { Reading, Rejected } from "./habit.js";

const string = String.raw`(?:"_*"|'_*')`;
const list = new RegExp(
  String.raw`((?:\(\s*)?)([A-Za-z_]\w*)\s*(=~?)\s*(${string}(?:\s*[;,]\s*${string})+)(?!\s*[=!])`,
  "g",
);

/** Several values of a label behind each other: `up(job="a", "b")`, `up{job="a"; "b"}`. */
export function* valuesInList({ text, code }: Rejected): Iterable<Reading> {
  for (const { 0: all, 1: open = "", 2: label = "", 3: op, 4: values = "", index } of code.matchAll(list)) {
    if (open === "" && !values.includes(";")) continue;
    const to = index + all.length;
    const from = to - values.length;
    const each = [...values.matchAll(new RegExp(string, "g"))].map(
      (found) => unquote(text.slice(from + found.index, from + found.index + found[0].length)).value,
    );
    const pattern = (op === "=" ? each.map(literalPattern) : each).join("|");
    const edits = [{ from: index + open.length, to, insert: `${label}=~${quote(pattern)}` }];
    yield {
      at: { from, to },
      code: "several-values",
      message: "a matcher compares a label with one text, and this gives several",
      meant: { title: "Use one pattern, in which `|` means or", edits, left: "alone" },
    };
  }
}
