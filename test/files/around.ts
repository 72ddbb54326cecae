import type { Source } from "../../src/files/index.js";

/** The text of the file between its queries, without how a query is quoted, in the file or in a text of it. */
export function around({ text, queries }: Source): string[] {
  const spans = queries.map((query) => query.map.span({ from: 0, to: query.text.length }));
  const ordered = spans.toSorted((a, b) => a.from - b.from);
  return [0, ...ordered.map(({ to }) => to)].map((from, k) =>
    text
      .slice(from, ordered[k]?.from)
      .replace(/^(?:\\+[nrt]|[\s'"\\])+/, "")
      .replace(marksAtEnd, "")
      .replace(/[|>]\d?[-+]?$/, "")
      .replace(marksAtEnd, ""),
  );
}

/** Quotes, escapes and blanks. */
const marksAtEnd = /(?:\\+[nrt]|[\s'"\\])+$/;
