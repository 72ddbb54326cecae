import { quote } from "../../promql/strings.js";
import { isUsualLabel } from "../../promql/usual-labels.js";
import { inOneLine, shortened } from "../../syntax/characters.js";
import type { Reading, Rejected } from "./habit.js";

const field =
  /(?<![\w:.])([A-Za-z_:][\w:]*)\.([A-Za-z_]\w*)(?:\s*[([]\s*("_*"|'_*'|[\w.:/-]+)\s*[)\]])?(?![\w.(\[]|\s*[=!])/g;

/** A label as a field of a metric: `node_cpu_seconds_total.cpu(0)`, `up.job["api"]`, `up.job`. */
export function* labelFields({ text, code }: Rejected): Iterable<Reading> {
  for (const { 0: all, 1: metric = "", 2: label = "", 3: value, index } of code.matchAll(field)) {
    if (!isUsualLabel(label)) continue;
    const dot = index + metric.length;
    const base = {
      at: { from: dot, to: dot + 1 },
      code: "unexpected-character",
      message: `\`${shortened(label)}\` is a label: labels stand in braces behind the metric`,
    };
    if (value === undefined)
      yield { ...base, help: `write \`${inOneLine(`${metric}{${label}="…"}`)}\` with a value of it` };
    else {
      const start = dot + 1 + label.length;
      const from = start + all.slice(start - index).indexOf(value);
      const own = text.slice(from, from + value.length);
      const insert = `{${label}=${/^["']/.test(own) ? own : quote(own)}}`;
      yield {
        ...base,
        meant: { title: "Put it in braces", edits: [{ from: dot, to: index + all.length, insert }], left: "as-well" },
      };
    }
  }
}
