import type { Reading, Rejected } from "./habit.js";

const prompt = /^\s*([>$%#=❯➜»]+)(?=\s+[A-Za-z_({])/;
const comparison = /^\s*(>+(?=\s*[A-Za-z_{])|=(?=\s*[\w.({"-]))/;

/** A character that PromQL lacks, and one that is an operator elsewhere. */
const unknown = { code: "unexpected-character" };
const misplaced = { code: "unexpected-token" };

/** A mark in front of a query that a terminal or a program shows there: `> up`, `$ up`, `=SUM(a, b)`. */
export function* prompts({ code }: Rejected): Iterable<Reading> {
  const [all = "", mark = ""] = prompt.exec(code) ?? comparison.exec(code) ?? [];
  if (mark === "") return;
  const from = all.length - mark.length;
  const without = mark === "=" ? "" : ", without the prompt of a program";
  yield {
    at: { from, to: all.length },
    ...(/^[$#❯➜»]/.test(mark) ? unknown : misplaced),
    message: `\`${mark}\` stands where an expression belongs`,
    meant: {
      title: `Leave out \`${mark}\`: a query is the expression alone${without}`,
      edits: [{ from, to: all.length + code.slice(all.length).search(/\S|$/), insert: "" }],
      left: "as-well",
    },
  };
}
