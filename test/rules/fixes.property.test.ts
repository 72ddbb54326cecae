import fc from "fast-check";
import { expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { applyEdits } from "../../src/lint/fix.js";
import { lint } from "../../src/lint/lint.js";
import { smellyQuery } from "../live/smelly-queries.js";

/** Within these a matcher gives the result a label, so that other rules know more of it once a pattern is none. */
const shapesLabels = /absent|info/;

test("the first fix of a finding removes it and adds none", () => {
  fc.assert(
    fc.property(smellyQuery, (query) => {
      const codes = codesOf(query);
      for (const { code, fixes } of lint(query, { rules: all })) {
        const [first] = fixes ?? [];
        if (!first || first.safety === "suggestion") continue;
        const left = codesOf(applyEdits(query, first.edits));
        expect(countOf(code, left), first.title).toBeLessThan(countOf(code, codes));
        if (first.safety === "review" && shapesLabels.test(query)) continue;
        for (const other of left) expect(countOf(other, left), first.title).toBeLessThanOrEqual(countOf(other, codes));
      }
    }),
    { numRuns: process.env["PROMQL_LINT_FULL"] ? 20_000 : 2000 },
  );
});

function codesOf(query: string): readonly string[] {
  return lint(query, { rules: all }).map(({ code }) => code);
}

function countOf(code: string, codes: readonly string[]): number {
  return codes.filter((each) => each === code).length;
}
