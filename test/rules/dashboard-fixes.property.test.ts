import fc from "fast-check";
import { expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { lintSource, readSource } from "../../src/files/index.js";
import { applyEdits } from "../../src/lint/fix.js";
import { dashboard } from "../files/dashboards.js";
import { smellyQuery } from "../live/smelly-queries.js";

const rules = all.filter(({ subject }) => subject === "panel" || subject === "dashboard");

/** A query with variables of Grafana in the place of values and ranges. */
const withVariables = fc
  .tuple(smellyQuery, fc.array(fc.constantFrom("$job", "${node:regex}", "[[lost]]", "$__interval"), { minLength: 1 }))
  .map(([query, names]) => {
    let k = 0;
    const next = (): string => names[k++ % names.length] ?? "";
    return query.replace(/"[^"\\]*"/g, () => `"é${next()}"`).replace(/\[\d+\w+/g, () => `[${next()}`);
  });

test("the first fix of a finding in a dashboard removes it, adds none, and changes nothing else", () => {
  fc.assert(
    fc.property(withVariables, fc.boolean(), (query, multi) => {
      const list = [
        { name: "job", type: "query", multi },
        { name: "node", type: "custom", includeAll: multi },
      ];
      const text = dashboard([{ expr: query }], {}, { templating: { list } });
      const codes = codesOf(text);
      for (const { code, fixes } of lintSource(readSource("a.json", text), { rules })) {
        const [first] = fixes ?? [];
        if (!first) continue;
        const fixed = applyEdits(text, first.edits);
        const left = codesOf(fixed);
        expect(countOf(code, left), first.title).toBeLessThan(countOf(code, codes));
        for (const other of left) expect(countOf(other, left), first.title).toBeLessThanOrEqual(countOf(other, codes));
        expect(withoutQuery(fixed)).toBe(withoutQuery(text));
      }
    }),
    { numRuns: process.env["PROMQL_LINT_FULL"] ? 10_000 : 1000 },
  );
});

function codesOf(text: string): readonly string[] {
  return lintSource(readSource("a.json", text), { rules }).map(({ code }) => code);
}

function countOf(code: string, codes: readonly string[]): number {
  return codes.filter((each) => each === code).length;
}

function withoutQuery(text: string): string {
  return text.replace(/"expr": "(?:[^"\\]|\\.)*"/, "");
}
