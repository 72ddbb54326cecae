import { describe, expect, test } from "vitest";
import { maxTemplateDepth } from "../../src/templates/cursor.js";
import { parseTemplate } from "../../src/templates/parse.js";
import { accepted, rejected } from "./templates.js";

describe("templates that Prometheus accepts", () => {
  test.each(accepted)("%s", (text) => {
    expect(parseTemplate(text).problem).toBeUndefined();
  });
});

describe("templates that Prometheus rejects", () => {
  test.each(Object.entries(rejected))("%s", (text, underlined) => {
    const { problem } = parseTemplate(text);
    expect(problem && text.slice(problem.at.from, problem.at.to)).toBe(underlined);
  });
});

test("nesting has a limit, chains have none", () => {
  const nested = (count: number): string => `${"{{ if $value }}".repeat(count)}x${"{{ end }}".repeat(count)}`;
  const parens = (count: number): string => `{{ ${"(".repeat(count)}$value${")".repeat(count)} }}`;
  const chain = `{{ if $value }}${"{{ else if $value }}".repeat(20_000)}{{ end }}`;
  expect(parseTemplate(nested(maxTemplateDepth)).problem).toBeUndefined();
  expect(parseTemplate(parens(maxTemplateDepth)).problem).toBeUndefined();
  expect(parseTemplate(nested(100_000)).problem?.message).toBe(
    "more than 500 blocks or parentheses stand within each other",
  );
  expect(parseTemplate(parens(100_000)).problem?.message).toContain("more than 500");
  expect(parseTemplate(chain).problem).toBeUndefined();
});

test.each([
  ["{{", "`{` has no place in an action"],
  ["{{ $x := 1 }}", "100000 parts"],
  ["{{ `a", "`a` is followed by a character that belongs to no name"],
  ["{{ ((", "`{` has no place in a parenthesis"],
  ['{{ "a', "`a` is followed by a character that belongs to no name"],
  ["{{ if 1 }}", "more than 500 blocks or parentheses stand within each other"],
  ["{{/*", "the comment is not closed by `*/}}`"],
  ["{{ 1", "a space is missing before it"],
  ["}}", "1 parts"],
  [" -", "1 parts"],
  ["{{ $value | title }}", "100000 parts"],
])("a hundred thousand times %s is read before the test times out: %s", (piece, expected) => {
  const { template, problem } = parseTemplate(piece.repeat(100_000));
  expect(problem?.message ?? `${template.body.length} parts`).toBe(expected);
});

/** The tree in one line: kinds and their texts. */
function outline(text: string): unknown {
  const { template } = parseTemplate(text);
  return JSON.parse(JSON.stringify(template.body, (key, value: unknown) => (key === "span" ? undefined : value)));
}

test("the tree holds what is written", () => {
  expect(outline("a {{- $labels.job | printf `%s` -}} b")).toEqual([
    { kind: "Text", value: "a" },
    {
      kind: "Action",
      pipeline: {
        kind: "Pipeline",
        variables: [],
        assigns: false,
        commands: [
          { kind: "Command", operands: [{ kind: "Variable", name: "$labels", fields: [{ text: "job" }] }] },
          {
            kind: "Command",
            operands: [
              { kind: "Function", name: "printf" },
              { kind: "String", text: "`%s`", value: "%s" },
            ],
          },
        ],
      },
    },
    { kind: "Text", value: "b" },
  ]);
});

test.each([
  ["1,000,000 ones", "1".repeat(1_000_000), false],
  ["1,000,000 zeros", "0".repeat(1_000_000), true],
  ["1,000,000 hexadecimal digits", `0x${"f".repeat(1_000_000)}p0`, false],
  ["900,000 digits of a fraction", `1.${"0_1".repeat(300_000)}`, true],
])("a number with %s is read before the test times out", (_, number, isNumber) => {
  const { template, problem } = parseTemplate(`{{ ${number} }}`);
  expect(template.body).toHaveLength(1);
  expect(problem?.at).toEqual(isNumber ? undefined : { from: 3, to: 3 + number.length });
});
