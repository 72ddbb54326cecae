import fc from "fast-check";
import { expect, test } from "vitest";
import { lintSource, readSource } from "../../src/files/index.js";
import { forbidden } from "../lint/forbidden.js";
import "../reproducible.js";

const runs = { numRuns: process.env["PROMQL_LINT_FULL"] ? 2_000 : 150 };

const kind = fc.constantFrom("disable", "enable", "disable-line", "disable-next-line", "disable-file");
const names = fc.constantFrom("no-foo", "no-bar", "no-foo, no-bar", "");
const directive = fc.tuple(kind, names).map(([kind, names]) => `# promql-lint-${kind} ${names}`);
const maybe = fc.oneof({ weight: 2, arbitrary: fc.constant("") }, { weight: 1, arbitrary: directive });

/** A rule of a few lines, with comments before it, behind its name, above its query and within it. */
const rule = fc
  .record({
    before: maybe,
    behind: maybe,
    above: maybe,
    within: maybe,
    at: maybe,
    metric: fc.constantFrom("foo", "bar"),
  })
  .map(({ before, behind, above, within, at, metric }) => [
    ...[`  ${before}`, `  - alert: A ${behind}`, `    ${above}`, "    expr: |", `      ${within}`],
    ...["      sum(", `        ${metric} ${at}`, "      )"],
  ]);
const file = fc
  .array(rule, { minLength: 1, maxLength: 4 })
  .map((rules) => ["groups:", "- name: g", "  rules:", ...rules.flat(), ""].join("\n"));

/** `offset code` of what the rules find. */
function told(text: string, inlineConfig?: false): string[] {
  const source = readSource("rules.yaml", text);
  const found = lintSource(source, { rules: forbidden, inlineConfig: inlineConfig ?? { unused: "off" } });
  return found.map(({ code, at }) => `${at.from} ${code}`);
}

test("comments only ever take away, and only what they name", () => {
  fc.assert(
    fc.property(file, (text) => {
      const all = told(text, false);
      const left = told(text);
      expect(all).toEqual(expect.arrayContaining(left));
      const isNamed = (code: string): boolean => text.includes(code) || /promql-lint-disable[\w-]* *$/m.test(text);
      for (const line of all) if (!left.includes(line)) expect(isNamed(line.split(" ")[1] ?? "")).toBe(true);
    }),
    runs,
  );
});

test("a line directive takes away nothing beyond the rule that it stands in or above", () => {
  const line = fc.tuple(fc.constantFrom("disable-line", "disable-next-line"), names, fc.nat(100), file);
  fc.assert(
    fc.property(line, ([kind, names, at, text]) => {
      const bare = text.replaceAll(/ *# promql-lint.*/g, "");
      const lines = bare.split("\n");
      const rules = lines.flatMap((content, k) => (content.includes("- alert") ? [k] : []));
      const chosen = rules[at % rules.length] ?? 0;
      const next = rules.find((k) => k > chosen) ?? lines.length;
      lines[chosen - 1] = `  # promql-lint-${kind} ${names}`;
      const commented = lines.join("\n");
      const within = (told: string): boolean => {
        const row = commented.slice(0, Number(told.split(" ")[0])).split("\n").length - 1;
        return row >= chosen && row < next;
      };
      const hidden = told(commented, false).filter((line) => !told(commented).includes(line));
      expect(hidden.filter((line) => !within(line))).toEqual([]);
    }),
    runs,
  );
});

test("an unused comment hides nothing: without it the same is told", () => {
  fc.assert(
    fc.property(file, (text) => {
      const found = lintSource(readSource("rules.yaml", text), { rules: forbidden });
      for (const { code, fixes } of found.filter(({ code }) => code === "unused-suppression")) {
        const [edit] = fixes?.[0]?.edits ?? [];
        if (!edit) expect.fail(`${code} has no fix`);
        const without = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
        const moved = (told: string): string => {
          const [offset = "", rule] = told.split(" ");
          return `${Number(offset) - (Number(offset) >= edit.to ? edit.to - edit.from : 0)} ${rule}`;
        };
        expect(told(without)).toEqual(told(text).map(moved));
      }
    }),
    runs,
  );
});
