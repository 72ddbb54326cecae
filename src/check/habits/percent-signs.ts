import { percentageBefore } from "../../syntax/mistakes/percent.js";
import type { Reading, Rejected } from "./habit.js";

const sign = /%(?=\s*(?:$|[),]|(?:and|or|unless)\b))/gi;

/** Percentages: `up < 50%`, `(up > 5%) * 2`, `a < 5% and b`. */
export function* percentSigns(query: Rejected): Iterable<Reading> {
  const found = [...query.code.matchAll(sign)].flatMap(({ index }) => percentageBefore(query.code, index + 1) ?? []);
  const edits = found.flatMap(({ words }) => words.fixes.flatMap((fix) => fix.edits));
  const [first] = found;
  if (!first) return;
  const { code, message } = first.words;
  const title = `Write ${edits.map(({ insert }) => `\`${insert}\``).join(" and ")}`;
  yield { at: first.at, code, message, meant: { title, safety: "suggestion", edits, left: "as-well" } };
}
