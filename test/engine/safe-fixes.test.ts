import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { applyEdits } from "../../src/lint/fix.js";
import { lint } from "../../src/lint/lint.js";
import { readPage } from "../../src/lint/page.js";
import { smellyQuery } from "../live/smelly-queries.js";
import { outcomes } from "./outcome.js";
import { rulesWithSafeFixes } from "./rules-with-safe-fixes.js";
import { randomFrom, seriesFor } from "./series-for.js";

const end = 1_750_000_000;
const full = Boolean(process.env["PROMQL_LINT_FULL"]);

/** The query after each safe fix of each rule. */
function afterSafeFixes(query: string): readonly { readonly code: string; readonly after: string }[] {
  const found = lint(query, { rules: all }).filter(({ code }) => all.some(({ id }) => id === code));
  return found.flatMap(({ code, fixes = [] }) =>
    fixes.filter(({ safety }) => safety === "safe").map(({ edits }) => ({ code, after: applyEdits(query, edits) })),
  );
}

const examples = all.flatMap(({ id }) =>
  readPage(readFileSync(`rules/${id}.md`, "utf8"))
    .examples.filter(({ kind, language }) => kind === "bad" && language === undefined)
    .flatMap(({ query }) => afterSafeFixes(query).map((fixed) => ({ query, ...fixed }))),
);

/** Rules whose safe fixes change no query, and what they change. */
const withoutQuery: Readonly<Record<string, string>> = {
  "zero-for": "takes away `for: 0s`, which a rule has without it",
};

describe("a safe fix keeps the result", () => {
  const tried = new Set(examples.map(({ code }) => code));
  const returning = new Set<string>();

  test.each(examples)("$code: $query", ({ query, after }) => {
    for (let seed = 1; seed <= (full ? 200 : 20); seed++) {
      const storage = seriesFor(query, end, randomFrom(seed));
      const before = outcomes(storage, query, end);
      expect(outcomes(storage, after, end), after).toEqual(before);
      if (before.some((each) => !("error" in each) && each.length > 0)) returning.add(query);
    }
  });

  test("of examples nearly all of which return something", () => {
    const silent = new Set(examples.map(({ query }) => query).filter((query) => !returning.has(query)));
    expect(silent.size, [...silent].join("\n")).toBeLessThanOrEqual(returning.size / 10);
  });

  test("of generated queries", { timeout: 600_000 }, () => {
    const seen = { fixes: 0, results: 0 };
    fc.assert(
      fc.property(smellyQuery, fc.nat(), (query, seed) => {
        const fixed = afterSafeFixes(query);
        if (fixed.length === 0) return;
        const storage = seriesFor(query, end, randomFrom(seed));
        const before = outcomes(storage, query, end);
        if (before.some((each) => !("error" in each) && each.length > 0)) seen.results++;
        for (const { code, after } of fixed) {
          seen.fixes++;
          tried.add(code);
          expect(outcomes(storage, after, end), `${code}: ${after}`).toEqual(before);
        }
      }),
      { numRuns: full ? 20_000 : 300 },
    );
    expect(seen.results).toBeGreaterThan(50);
    expect(seen.fixes).toBeGreaterThan(100);
  });

  test("and every rule that has safe fixes took part, unless no query is changed", () => {
    expect([...tried, ...Object.keys(withoutQuery)].sort()).toEqual(rulesWithSafeFixes().toSorted());
  });
});
