import type { Problem, Span } from "../problem.js";
import { mending } from "./mending.js";

const prompt = /\s*[>$%#=❯➜»]+(?=\s+[A-Za-z_({])/y;
const comparison = /\s*(?:>+(?=\s*[A-Za-z_{])|=(?=\s*[\w.({"-]))/y;

/** A mark in front of a query that a terminal or a program shows there: `> up`, `$ up`. */
export function promptBefore(text: string): Span | undefined {
  for (const pattern of [prompt, comparison]) {
    pattern.lastIndex = 0;
    const [found = ""] = pattern.exec(text) ?? [];
    if (found !== "") return { from: found.search(/\S/), to: found.length };
  }
  return undefined;
}

/** What is said of it. */
export function leaveOutPrompt(text: string, { from, to }: Span): Pick<Problem, "help" | "fixes"> {
  const mark = text.slice(from, to);
  const end = to + text.slice(to).search(/\S|$/);
  const without = mark === "=" ? "" : ", without the prompt of a program";
  return mending(`Leave out \`${mark}\`: a query is the expression alone${without}`, [{ from, to: end, insert: "" }]);
}
