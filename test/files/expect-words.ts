import { expect } from "vitest";
import type { Source } from "../../src/files/index.js";

/**
 * Each word of a query is led to the same word of the file. A character of it may be written as an escape; where the
 * characters cannot be told apart, the place is the whole text's.
 */
export function expectWords({ text, queries }: Source): void {
  for (const { map, text: query, restore, field } of queries) {
    if (!map.exact || restore) continue;
    for (const { 0: word, index } of query.matchAll(/\w+/g)) {
      const { from, to } = map.span({ from: index, to: index + word.length });
      const shown = text.slice(from, to);
      if (!shown.includes("\\")) expect(shown, field).toBe(word);
    }
  }
}
