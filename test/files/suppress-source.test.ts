import { describe, expect, test } from "vitest";
import { fixSource, lintSource, lintSources, readSource } from "../../src/files/index.js";
import type { InlineConfig } from "../../src/lint/directive-problems.js";
import { defineRule, type Finding } from "../../src/lint/rule.js";
import type { FieldPlace } from "../../src/lint/subject.js";
import { forbidden } from "../lint/forbidden.js";

/** `line code` of each diagnostic of a file. */
function told(text: string, inlineConfig: InlineConfig | false = {}, path = "rules.yaml"): string[] {
  const found = lintSource(readSource(path, text), { rules: forbidden, inlineConfig });
  return found.map(({ code, at }) => `${text.slice(0, at.from).split(/\r\n|\r|\n/).length} ${code}`);
}

/** A rule file whose groups stand in the given lines. */
const file = (...lines: readonly string[]): string => ["groups:", ...lines, ""].join("\n");

const twoRules = (before: string, inFirst = "", between = "", first = "foo"): string =>
  file(
    "- name: g",
    "  rules:",
    `  ${before}`,
    `  - alert: A ${inFirst}`,
    `    expr: ${first}`,
    `  ${between}`,
    "  - alert: B",
    "    expr: foo + bar",
  );

test("without comments, everything is told", () => {
  expect(told(twoRules(""))).toEqual(["6 no-foo", "9 no-foo", "9 no-bar"]);
});

describe("a YAML comment covers", () => {
  test.each<[string, string, string[]]>([
    ["the rule below it", twoRules("# promql-lint-disable-next-line"), ["9 no-foo", "9 no-bar"]],
    ["the rule on its line", twoRules("", "# promql-lint-disable-line no-foo"), ["9 no-foo", "9 no-bar"]],
    ["the rule below, alone on its line", twoRules("# promql-lint-disable-line no-foo"), ["9 no-foo", "9 no-bar"]],
    ["one name of a rule", twoRules("", "", "# promql-lint-disable-next-line no-bar"), ["6 no-foo", "9 no-foo"]],
    ["two names of a rule", twoRules("", "", "# promql-lint-disable-next-line no-bar, no-foo"), ["6 no-foo"]],
    ["what is below it", twoRules("", "", "# promql-lint-disable no-foo -- why"), ["6 no-foo", "9 no-bar"]],
    ["what is behind it", twoRules("", "", "", "foo # promql-lint-disable"), ["6 no-foo"]],
    ["what stands between two", twoRules("# promql-lint-disable", "", "# promql-lint-enable no-bar"), ["9 no-bar"]],
    [
      "up to a plain enable",
      twoRules("# promql-lint-disable no-foo", "", "# promql-lint-enable"),
      ["9 no-foo", "9 no-bar"],
    ],
    ["the whole file", twoRules("", "", "# promql-lint-disable-file no-foo"), ["9 no-bar"]],
    [
      "no other rule's line",
      twoRules("# promql-lint-disable-next-line no-bar", "", ""),
      ["4 unused-suppression", "6 no-foo", "9 no-foo", "9 no-bar"],
    ],
  ])("%s", (_, text, expected) => expect(told(text)).toEqual(expected));
});

describe("the line directive covers all of what begins on the line", () => {
  test.each<[string, string[], string[]]>([
    [
      "a block scalar",
      [
        "- name: g",
        "  rules:",
        "  - alert: A",
        "    # promql-lint-disable-next-line",
        "    expr: |",
        "      foo",
        "      + bar",
        "    labels: {a: b}",
        "  - alert: B",
        "    expr: foo",
      ],
      ["11 no-foo"],
    ],
    [
      "a block scalar with the comment in its header",
      [
        "- name: g",
        "  rules:",
        "  - alert: A",
        "    expr: >- # promql-lint-disable-line no-foo",
        "      foo",
        "      + bar",
      ],
      ["7 no-bar"],
    ],
    [
      "a block scalar with blank lines and comments of its own",
      [
        "- name: g",
        "  rules:",
        "  - alert: A",
        "    # promql-lint-disable-next-line",
        "    expr: |",
        "      foo",
        "",
        "      # text",
        "      + bar",
      ],
      [],
    ],
    [
      "a quoted scalar",
      [
        "- name: g",
        "  rules:",
        "  - alert: A",
        "    # promql-lint-disable-next-line",
        '    expr: "foo',
        '      + bar"',
        "    for: 5m",
      ],
      [],
    ],
    [
      "a group with its list as far out as its key",
      [
        "# promql-lint-disable-next-line",
        "- name: g",
        "  rules:",
        "  - alert: A",
        "    expr: foo",
        "- name: h",
        "  rules:",
        "  - alert: A",
        "    expr: foo",
      ],
      ["10 no-foo"],
    ],
    [
      "the rules of a group",
      [
        "- name: g",
        "  # promql-lint-disable-next-line no-foo",
        "  rules:",
        "  - alert: A",
        "    expr: foo",
        "  - alert: B",
        "    expr: foo",
        "- name: h",
        "  rules: [{alert: A, expr: foo}]",
      ],
      ["10 no-foo"],
    ],
    [
      "past comments that stand farther out, and blank lines",
      [
        "- name: g",
        "  rules:",
        "  # promql-lint-disable-next-line",
        "",
        "  # about A",
        "  - alert: A",
        "# out",
        "",
        "    expr: foo",
        "  - alert: B",
        "    expr: foo",
      ],
      ["12 no-foo"],
    ],
    [
      "another directive's next line as well",
      [
        "- name: g",
        "  rules:",
        "  # promql-lint-disable-next-line no-foo",
        "  # promql-lint-disable-next-line no-bar",
        "  - alert: A",
        "    expr: foo + bar",
      ],
      [],
    ],
  ])("%s", (_, lines, expected) => expect(told(file(...lines))).toEqual(expected));

  test("in files with CRLF and a byte order mark", () => {
    const text = `\ufeff# promql-lint-disable-next-line no-foo\n${twoRules("")}`.replaceAll("\n", "\r\n");
    expect(told(text)).toEqual(["10 no-bar"]);
  });
});

describe("a comment within a query covers", () => {
  const query = (...lines: readonly string[]): string =>
    file(
      "- name: g",
      "  rules:",
      "  - alert: A",
      "    expr: |",
      ...lines.map((line) => `      ${line}`),
      "  - alert: B",
      "    expr: foo",
    );

  test.each<[string, string[], string[]]>([
    ["its line", ["foo # promql-lint-disable-line", "+ foo"], ["7 no-foo", "9 no-foo"]],
    ["the expressions that begin below it", ["# promql-lint-disable-next-line", "sum(", "  foo", ")"], ["11 no-foo"]],
    [
      "no expression that only ends there",
      ["(foo", "# promql-lint-disable-next-line", "+ bar + foo)"],
      ["6 no-foo", "10 no-foo"],
    ],
    ["the rest of its query, not of the file", ["# promql-lint-disable", "foo + bar"], ["9 no-foo"]],
    ["the whole file", ["# promql-lint-disable-file no-foo", "foo + bar"], ["7 no-bar"]],
    [
      "up to an enable in the query",
      ["# promql-lint-disable", "foo", "# promql-lint-enable", "+ bar"],
      ["9 no-bar", "11 no-foo"],
    ],
    ["syntax errors by their code", ["# promql-lint-disable-next-line unclosed-parenthesis", "sum(foo"], ["9 no-foo"]],
  ])("%s", (_, lines, expected) => expect(told(query(...lines))).toEqual(expected));

  test.each<[string, string, string[]]>([
    ["a query of its own", "# promql-lint-disable-next-line\nfoo\n+ bar", []],
    ["one line of it", "foo # promql-lint-disable-line no-foo\n+ bar + foo", ["2 no-bar", "2 no-foo"]],
  ])("%s", (_, text, expected) => expect(told(text, {}, "a.promql")).toEqual(expected));

  test("and lines are those of the query, wherever it stands", () => {
    const text =
      '{"groups": [{"name": "g", "rules": [{"record": "r", "expr": "foo # promql-lint-disable-line\\n+ bar"}]}]}';
    expect(told(text, {}, "rules.json")).toEqual(["1 no-bar"]);
  });
});

describe("in Markdown", () => {
  const block = ["```promql", "foo", "  + bar", "```"];
  test.each<[string, string[], string[]]>([
    ["an HTML comment covers the block below it", ["<!-- promql-lint-disable-next-line -->", "", ...block], []],
    ["by name", ["<!-- promql-lint-disable-next-line no-foo -- why -->", ...block], ["4 no-bar"]],
    ["that block alone", ["<!-- promql-lint-disable-next-line -->", ...block, ...block], ["7 no-foo", "8 no-bar"]],
    ["over several lines", ["<!-- promql-lint-disable-next-line", "  no-foo,", "  no-bar -->", ...block], []],
    [
      "as far as an enable",
      ["<!-- promql-lint-disable -->", ...block, "<!-- promql-lint-enable -->", ...block],
      ["8 no-foo", "9 no-bar"],
    ],
    [
      "rules within a block have comments of their own",
      [
        "```yaml",
        "groups:",
        "- name: g",
        "  rules:",
        "  # promql-lint-disable-next-line",
        "  - alert: A",
        "    expr: foo",
        "  - alert: B",
        "    expr: foo",
        "```",
      ],
      ["9 no-foo"],
    ],
  ])("%s", (_, lines, expected) => expect(told(lines.join("\n"), {}, "a.md")).toEqual(expected));
});

describe("in a file within a file", () => {
  const rules = [
    "groups:",
    "- name: g",
    "  rules:",
    "  # promql-lint-disable-next-line",
    "  - alert: A",
    "    expr: foo",
    "  - alert: B",
    "    expr: foo",
  ];
  const configMap = ["kind: ConfigMap", "data:", "  r.yaml: |", ...rules.map((line) => `    ${line}`), ""].join("\n");

  test("comments are those of the inner file", () => {
    expect(told(configMap)).toEqual(["11 no-foo"]);
  });

  test("a comment above it covers all of it", () => {
    expect(
      told(
        configMap
          .replace("  r.yaml", "  # promql-lint-disable-next-line no-foo\n  r.yaml")
          .replace("    # promql-lint-disable-next-line\n", "    # text\n"),
      ),
    ).toEqual([]);
  });
});

test("in a dashboard comments stand in its queries", () => {
  const targets = ["foo # promql-lint-disable-line", "foo"].map((expr) => ({ expr }));
  const text = JSON.stringify({ panels: [{ type: "timeseries", title: "t", targets }] }, null, 1);
  expect(told(text, {}, "d.json")).toHaveLength(1);
  expect(told(text.replace("disable-line", "disable-file"), {}, "d.json")).toEqual([]);
});

describe("what keeps a file from being read", () => {
  const broken = (directive: string): string => `# ${directive}\n# and\n${twoRules("")}\nbroken: [\n`;

  test.each([
    ["promql-lint-disable", true],
    ["promql-lint-disable yaml-syntax", true],
    ["promql-lint-disable-file yaml-syntax", false],
    ["promql-lint-disable-file", false],
  ])("is suppressed only for the whole file: %s", (directive, expected) => {
    expect(told(broken(directive)).some((line) => line.endsWith("yaml-syntax"))).toBe(expected);
  });

  test("an alert without `expr` is a problem that is suppressed where it stands", () => {
    const text = file(
      "- name: g",
      "  rules:",
      "  # promql-lint-disable-next-line missing-expr",
      "  - alert: A",
      "  - alert: B",
    );
    expect(told(text)).toEqual(["6 missing-expr"]);
  });
});

test("with inlineConfig: false comments are not obeyed, nor told", () => {
  const text = twoRules("# promql-lint-disable-file", "# promql-lint-disable-line no-baz");
  expect(told(text, false)).toEqual(["6 no-foo", "9 no-foo", "9 no-bar"]);
});

describe("what is wrong with a comment", () => {
  const rules = ["no-foo", "no-bar", "no-baz"];

  test.each<[string, string, InlineConfig, string[]]>([
    ["an unknown name", "# promql-lint-disable-file no-fooo, no-foo, no-bar", { rules }, ["4 unknown-suppression"]],
    ["an unknown name, where rules are not told", "# promql-lint-disable-file no-fooo, no-foo, no-bar", {}, []],
    [
      "a rule that is off, which may be on elsewhere",
      "# promql-lint-disable-file no-baz, no-foo, no-bar",
      { rules },
      [],
    ],
    ["no reason", "# promql-lint-disable-file -- why", { requireReason: true }, []],
    ["a reason", "# promql-lint-disable-file", { requireReason: true }, ["4 unexplained-suppression"]],
    [
      "nothing to enable",
      "# promql-lint-enable no-foo",
      {},
      ["4 unused-suppression", "6 no-foo", "9 no-foo", "9 no-bar"],
    ],
    ["unused, off", "# promql-lint-enable", { unused: "off" }, ["6 no-foo", "9 no-foo", "9 no-bar"]],
  ])("%s", (_, comment, inlineConfig, expected) => expect(told(twoRules(comment), inlineConfig)).toEqual(expected));

  test("is as bad as asked", () => {
    const source = readSource("rules.yaml", twoRules("# promql-lint-enable"));
    const [first] = lintSource(source, { rules: forbidden, inlineConfig: { unused: "error" } });
    expect(first).toMatchObject({ code: "unused-suppression", severity: "error" });
  });
});

test("what is suppressed is known, with its comment and reason", () => {
  const text = twoRules("# promql-lint-disable-next-line no-foo -- ours");
  const [linted] = lintSources([{ source: readSource("rules.yaml", text), options: { rules: forbidden } }]);
  expect(
    linted?.suppressed.map(({ diagnostic, comment, reason }) => [
      diagnostic.code,
      text.slice(comment.from, comment.to),
      reason,
    ]),
  ).toEqual([["no-foo", "# promql-lint-disable-next-line no-foo -- ours", "ours"]]);
});

describe("fixing", () => {
  test.each<[string, string, string]>([
    [
      "leaves what is suppressed",
      twoRules("# promql-lint-disable no-foo"),
      twoRules("# promql-lint-disable no-foo").replace("bar", "good"),
    ],
    ["removes an unused comment with its line", file("# promql-lint-enable -- why", "- name: g"), file("- name: g")],
    [
      "removes an unused comment at the end of a line",
      file("- name: g   # promql-lint-disable-line"),
      file("- name: g"),
    ],
    [
      "removes one name",
      twoRules("# promql-lint-disable-file no-baz,  unknown-function, no-foo, no-bar -- why"),
      twoRules("# promql-lint-disable-file no-baz,  no-foo, no-bar -- why"),
    ],
    [
      "removes the last name",
      twoRules("# promql-lint-disable-file no-foo, no-bar , unknown-function -- why"),
      twoRules("# promql-lint-disable-file no-foo, no-bar -- why"),
    ],
    [
      "removes an unused comment of a query",
      twoRules("", "", "", "|\n      # promql-lint-disable-line\n      good"),
      twoRules("", "", "", "|\n      good").replace("foo + bar", "good + good"),
    ],
    ["keeps a byte order mark", `\ufeff# promql-lint-enable\r\ngroups: []`, `\ufeffgroups: []`],
    ["removes a comment that ends the file", "groups: []\n# promql-lint-enable", "groups: []"],
  ])("%s", (_, text, expected) => {
    expect(fixSource(readSource("rules.yaml", text), { rules: forbidden }).source.text).toBe(expected);
  });
});

test("a comment without names is not removed where a rule compares files, which may not all be there", () => {
  const compares = defineRule({
    id: "compares",
    summary: "It compares files",
    category: "groups",
    severity: "error",
    subject: "rule-files",
    *check(): Iterable<Finding<FieldPlace>> {},
  });
  const text = file("- name: g # promql-lint-disable-line");
  const source = readSource("rules.yaml", text);
  const [found] = lintSource(source, { rules: [compares] });
  expect(found).toMatchObject({ code: "unused-suppression", help: "remove it, unless it is about other files" });
  expect(fixSource(source, { rules: [compares] }).source.text).toBe(text);

  const named = readSource("rules.yaml", text.replace("-line", "-line compares"));
  expect(lintSource(named, { rules: [compares] })).toEqual([]);
});
