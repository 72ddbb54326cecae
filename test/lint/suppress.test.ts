import { describe, expect, test } from "vitest";
import { fix } from "../../src/lint/fix.js";
import { lint, lintQuery } from "../../src/lint/lint.js";
import { formatText } from "../../src/syntax/format-text.js";
import { forbidden } from "./forbidden.js";

/** `text code` of each diagnostic. */
function told(text: string): readonly string[] {
  return lint(text, { rules: forbidden }).map(({ at, code }) => `${text.slice(at.from, at.to)} ${code}`);
}

describe("a query alone", () => {
  test.each<[string, readonly string[]]>([
    ["foo", ["foo no-foo"]],
    ["foo # promql-lint-disable-line", []],
    ["foo # promql-lint-disable-line no-bar", ["foo no-foo", "# promql-lint-disable-line no-bar unused-suppression"]],
    ["# promql-lint-disable no-foo\nfoo + bar", ["bar no-bar"]],
    ["foo + # promql-lint-disable\nbar", ["foo no-foo"]],
    ["foo # promql-lint-disable-file no-foo, no-bar\n + bar + foo", []],
    ['foo{a="# promql-lint-disable-line"}', ["foo no-foo"]],
    ["sum(foo # promql-lint-disable-line unclosed-parenthesis", []],
    ["foo # promql-lint-disable-line\r\n+ bar", ["bar no-bar"]],
    ["foo # promql-lint-disable-line\r+ bar", ["bar no-bar"]],
  ])("%j", (query, expected) => expect(told(query)).toEqual(expected));

  test("with variables of Grafana", () => {
    const query = 'foo{a="$b"}[$__range] # promql-lint-disable-line';
    expect(lintQuery(query, { rules: forbidden, variables: "grafana" })).toMatchObject({
      diagnostics: [],
      suppressed: [{ diagnostic: { code: "no-foo" } }],
    });
  });

  test("is fixed but for what is suppressed", () => {
    const query = "foo + # promql-lint-disable no-bar -- why\nbar";
    const { text, suppressed } = fix(query, { rules: forbidden });
    expect([text, suppressed.length]).toEqual(["good + # promql-lint-disable no-bar -- why\nbar", 1]);
  });
});

describe("a query that is formatted keeps what is suppressed", () => {
  test.each([
    "foo # promql-lint-disable-line",
    "sum(foo) # promql-lint-disable-line no-foo -- why",
    "sum(\n  foo # promql-lint-disable-line no-foo\n)",
    "# promql-lint-disable-next-line\nsum(foo)",
    "# promql-lint-disable-file no-foo\nfoo or foo",
    "# promql-lint-disable\nfoo + bar",
    `sum by (${Array.from({ length: 30 }, (_, k) => `label_${k}`).join(", ")}) (foo) + bar # promql-lint-disable-line`,
  ])("%j", (query) => {
    const { text } = formatText(query);
    expect(told(query)).toEqual([]);
    expect(told(text)).toEqual([]);
  });
});

test("takes time in proportion to the text, whatever comments it has", () => {
  const times = 20_000;
  const start = performance.now();
  const lines = Array.from({ length: times }, (_, k) => `# promql-lint-disable-next-line no-foo, x${k}\n`);
  lint(`${lines.join("")}foo`, { rules: forbidden, inlineConfig: { rules: [] } });
  lint("# promql-lint-disable\n".repeat(times) + "foo + ".repeat(1000) + "foo", { rules: forbidden });
  lint(`# promql-lint-disable-line ${"a ".repeat(times)}${",".repeat(times)}\nfoo`, { rules: forbidden });
  lint("foo + # promql-lint-disable-next-line\n".repeat(2_000) + "foo", { rules: forbidden });
  expect(performance.now() - start).toBeLessThan(20_000);
});
