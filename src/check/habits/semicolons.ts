import type { Reading, Rejected } from "./habit.js";

/** `;` where a spreadsheet separates arguments with it: `max(up;1h)`, `by (job;pod)`. What stands in braces is read elsewhere. */
export function* semicolons({ code }: Rejected): Iterable<Reading> {
  const outside = code.replace(/\{[^{}]*\}/g, (braces) => " ".repeat(braces.length));
  const edits = [...outside.matchAll(/;(?=\s*[^\s)}\]])/g)].map(({ index }) => ({
    from: index,
    to: index + 1,
    insert: ",",
  }));
  const [first] = edits;
  if (!first) return;
  yield {
    at: { from: first.from, to: first.to },
    code: "unexpected-character",
    message: "`;` has no meaning in PromQL: what stands in a list is separated with commas",
    meant: { title: `Use ${edits.length === 1 ? "a comma" : "commas"}`, edits, left: "alone" },
  };
}
