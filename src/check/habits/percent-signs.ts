import { percentageBefore } from "../../syntax/mistakes/percent.js";
import type { Reading, Rejected } from "./habit.js";

const sign = /%(?=\s*(?:$|[),]|(?:and|or|unless)\b))/gi;

/** Percentages: `up < 50%`, `(up > 5%) * 2`, `a < 5% and b`. */
export function* percentSigns({ code }: Rejected): Iterable<Reading> {
  const found = [...code.matchAll(sign)].flatMap(({ index }) => percentageBefore(code, index + 1) ?? []);
  const edits = found.flatMap(({ words }) => words.fixes.flatMap((fix) => fix.edits));
  const [first] = found;
  if (!first) return;
  const { at, words } = first;
  const title = `Write ${edits.map(({ insert }) => `\`${insert}\``).join(" and ")}`;
  yield {
    at,
    code: words.code,
    message: words.message,
    meant: { title, safety: "suggestion", edits, left: "as-well" },
  };
}
