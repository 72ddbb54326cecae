import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { readSource } from "../../src/files/index.js";
import { apply } from "./rules-around.js";

/** The pairs of a rule without their commas, and the comments that may stand around them. */
const pairs = [
  "alert: A",
  "for: 0s",
  "'keep_firing_for' : \"0m\"",
  "expr: up == 0",
  "for : 5m",
  "for: &a 0s",
  "for: !!str 0s",
  "labels: {a: b}",
] as const;
const comment = fc.constantFrom("", "", "", " # why");
const pair = fc.record({
  text: fc.constantFrom(...pairs),
  behind: comment,
  above: fc.constantFrom("", "", "# above", "   "),
});
const written = fc.uniqueArray(pair, { minLength: 1, maxLength: 5, selector: ({ text }) => text.split(/\W*:/)[0] });

type Pair = typeof pair extends fc.Arbitrary<infer T> ? T : never;

function inBlock(rule: readonly Pair[]): string {
  const lines = rule.flatMap(({ text, behind, above }, k) => {
    const line = `${k === 0 ? "  - " : "    "}${text}${behind}`;
    return above === "" || k === 0 ? [line] : [`    ${above}`.trimEnd(), line];
  });
  return ["groups:", "- name: g", "  rules:", ...lines, ""].join("\n");
}

function inBraces(rule: readonly Pair[]): string {
  const lines = rule.map(({ text, behind }, k) => `${text}${k < rule.length - 1 ? "," : ""}${behind}`);
  return `groups:\n- name: g\n  rules:\n  - {\n     ${lines.join("\n     ")}\n    }\n`;
}

const file = fc
  .record({ rule: written, isFlow: fc.boolean(), lineBreak: fc.constantFrom("\n", "\r\n") })
  .map(({ rule, isFlow, lineBreak }) => (isFlow ? inBraces(rule) : inBlock(rule)).replaceAll("\n", lineBreak));

test("a field that is taken away leaves the others, and every comment, as they are", () => {
  let removed = 0;
  fc.assert(
    fc.property(file, fc.constantFrom("for", "keep_firing_for", "alert", "expr"), (text, name) => {
      const edits = readSource("rules.yaml", text).field(`groups[0].rules[0].${name}`)?.remove();
      if (!edits) return;
      removed++;
      const after = apply(text, edits);
      const [before, left] = [text, after].map((content) => parseDocument(content).toJS() as Groups);
      delete before?.groups[0]?.rules[0]?.[name];
      expect(left).toEqual(before);
      expect(commentsOf(after)).toEqual(commentsOf(text));
    }),
    { numRuns: process.env["PROMQL_LINT_FULL"] ? 20_000 : 1000 },
  );
  expect(removed).toBeGreaterThan(100);
});

interface Groups {
  readonly groups: readonly { readonly rules: Record<string, unknown>[] }[];
}

function commentsOf(text: string): readonly string[] {
  return text.match(/#.*/g) ?? [];
}
