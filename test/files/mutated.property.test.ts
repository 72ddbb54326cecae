import fc from "fast-check";
import { expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { fixSource, formatSource, lintSource, readSource, type Source } from "../../src/files/index.js";
import type { Span } from "../../src/syntax/problem.js";
import { around } from "./around.js";
import { expectWords } from "./expect-words.js";
import { mutatedFile } from "./mutated-files.js";

const runs = { numRuns: process.env["PROMQL_LINT_FULL"] ? 10_000 : 1_000 };
const options = { rules: all };

/** What may be done to a file, and the text that comes of it. */
const changes = {
  "--fix": (source: Source) => fixSource(source, options).source.text,
  "--fix-review": (source: Source) => fixSource(source, { ...options, review: true }).source.text,
  fmt: (source: Source) => formatSource(source).text,
} as const;

test("every place in a broken file is within it, and each word of a query is led to the same word", () => {
  let queries = 0;
  fc.assert(
    fc.property(mutatedFile, ({ path, text }) => {
      const source = readSource(path, text);
      const places = lintSource(source, options).flatMap(({ at, because = [], fixes = [], query }): Span[] => [
        at,
        ...because.map((cause) => cause.at),
        ...fixes.flatMap(({ edits }) => edits),
        ...(query ? [query] : []),
      ]);
      for (const { from, to } of [...places, ...source.comments]) {
        expect([from, to, text.length]).toEqual([from, to, text.length].toSorted((a, b) => a - b));
        expect(from).toBeGreaterThanOrEqual(0);
      }
      expectWords(source);
      queries += source.queries.length;
    }),
    runs,
  );
  expect(queries).toBeGreaterThan(runs.numRuns / 2);
});

test.each(Object.entries(changes))("%s of a broken file changes queries alone, and is done at once", (_, change) => {
  let changed = 0;
  fc.assert(
    fc.property(mutatedFile, ({ path, text }) => {
      const source = readSource(path, text);
      const after = change(source);
      if (after === text) return;

      changed++;
      const again = readSource(path, after);
      if (!hasOtherFixes(source)) {
        expect(around(again)).toEqual(around(source));
        expect(again.queries.map(({ field }) => field)).toEqual(source.queries.map(({ field }) => field));
      }
      expect(again.problems.length).toBeLessThanOrEqual(source.problems.length);
      expect(change(again)).toBe(after);
    }),
    runs,
  );
  expect(changed).toBeGreaterThan(runs.numRuns / 10);
});

/** Whether a fix would change something else than queries: the name of a field, a comment. */
function hasOtherFixes(source: Source): boolean {
  return lintSource(source, options).some(({ fixes = [], field }) => fixes.length > 0 && field === undefined);
}
