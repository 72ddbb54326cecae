import { leaveOutPrompt, promptBefore } from "../../syntax/mistakes/prompts.js";
import type { Reading, Rejected } from "./habit.js";

/** A mark in front of a query, and perhaps a mistake behind it: `=SUM(a, b)`, `> up5m]`. */
export function* prompts({ text, code }: Rejected): Iterable<Reading> {
  const at = promptBefore(code);
  if (!at) return;
  const { help = "", fixes = [] } = leaveOutPrompt(text, at);
  const [fix] = fixes;
  if (fix)
    yield {
      at,
      code: "unexpected-token",
      message: `\`${text.slice(at.from, at.to)}\` stands where an expression belongs`,
      help,
      meant: { ...fix, left: "as-well" },
    };
}
