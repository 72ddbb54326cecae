import type { Source } from "../../src/files/index.js";

/** The text of the file between its queries, without how a query is quoted, in the file or in a text of it. */
export function around({ text, queries }: Source): string[] {
  const spans = queries.map((query) => query.map.span({ from: 0, to: query.text.length }));
  const ordered = spans.toSorted((a, b) => a.from - b.from);
  return [0, ...ordered.map(({ to }) => to)].map((from, k) =>
    withoutZeroFor(text.slice(from, ordered[k]?.from))
      .replace(/^(?:\\+[nrt]|[\s'"\\])+/, "")
      .replace(marksAtEnd, "")
      .replace(/[|>]\d?[-+]?$/, "")
      .replace(marksAtEnd, ""),
  );
}

/** The text without each `for` of zero, which a fix of the rule zero-for removes: it stands in no query. */
export function withoutZeroFor(text: string): string {
  return text.replaceAll(/^ *for: 0\w*\r?\n/gm, "");
}

/** Quotes, escapes and blanks. */
const marksAtEnd = /(?:\\+[nrt]|[\s'"\\])+$/;
