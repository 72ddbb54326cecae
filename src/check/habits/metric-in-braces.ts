import { shortened } from "../../syntax/characters.js";
import type { Reading, Rejected } from "./habit.js";

const named = /(?<![\w:}\])"'`]\s*)\{\s*([A-Za-z_:][\w:]*)\s*(,\s*(?=[^\s}])|,?\s*(?=\}))/g;

/** The name of a metric first in the braces: `{up, job="api"}`. */
export function* metricInBraces({ code }: Rejected): Iterable<Reading> {
  for (const { 0: all, 1: name = "", index } of code.matchAll(named)) {
    const to = index + all.length;
    const at = { from: index + all.indexOf(name), to: index + all.indexOf(name) + name.length };
    const isAlone = code.charAt(to) === "}";
    yield {
      at,
      code: "misplaced-braces",
      message: `braces hold labels, and the metric \`${shortened(name)}\` stands before them`,
      meant: {
        title: `Write ${isAlone ? `\`${shortened(name)}\` without braces` : "the metric before the braces"}`,
        edits: [{ from: index, to: isAlone ? to + 1 : to, insert: isAlone ? name : `${name}{` }],
      },
    };
  }
}
