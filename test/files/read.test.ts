import { describe, expect, test } from "vitest";
import { maxFileSize, readSource, type Source } from "../../src/files/index.js";

/** Each problem as `code: the text it points at`. */
function problems({ text, problems: found }: Source): string[] {
  return found.map(({ code, at }) => `${code}: ${text.slice(at.from, at.to)}`);
}

function queries(source: Source): string[] {
  return source.queries.map(({ field, use, text }) => `${field} ${use} ${text}`.trim());
}

const rule = "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: up\n";

describe("silent", () => {
  test.each([
    ["an empty file", ""],
    ["a comment", "# expr\n"],
    ["a null document", "---\n# groups, expr\n---\n"],
    ["other YAML", "expr: 1\n"],
    ["cloud-init", "groups:\n- ubuntu: [root, sys]\n- users\n"],
    ["a mapping of groups", "groups:\n  npm: {patterns: ['*']}\n"],
    ["a list of other manifests", "kind: List\nitems:\n- kind: ConfigMap\n  data: {expr: up}\n"],
    ["groups that hold nothing", "groups:\n"],
    ["another kind", "kind: Dashboard\nspec: {groups: [{expr: up}]}\n"],
    ["a Helm template without rules", "{{- if .Values.a }}\ngroups: a\n{{- end }}\n"],
    ["broken YAML that cannot hold rules", "a: [\n"],
  ])("%s", (_name, text) => {
    const source = readSource("a.yaml", text);
    expect([problems(source), queries(source)]).toEqual([[], []]);
  });
});

describe("what cannot be read", () => {
  test.each([
    ["a NUL", "groups:\0\n", "not-text: \0"],
    ["control characters", "\x01\x02groups", "not-text: \x01"],
    ["UTF-16 read as UTF-8", "\ufffd\ufffdg\0r\0o\0", "not-text: \ufffd"],
    ["a broken mapping", "groups:\n- name: a: b\n", "yaml-syntax: a"],
    ["a tab", "groups:\n\t- name: a\n", "yaml-syntax: \t"],
    ["no such anchor", "groups: *g\n", "yaml-syntax: *g"],
    ["an anchor in itself", "groups: &g [*g]\n", "yaml-syntax: *g"],
    ["a Helm template that is no YAML", `{{- if .Values.a }}\n${rule} a: b: c\n`, "helm-template: {{- if .Values.a }}"],
    ["a template of controls that is no YAML", `  {{ end }}\n${rule} a: b: c\n`, "helm-template: {{ end }}"],
    ["brackets without end", `groups: ${"[".repeat(10_000)}`, "too-deep: ["],
    ["braces without end", `groups: ${"{a: ".repeat(10_000)}`, "too-deep: {"],
    ["lists in lists", `groups:\n  ${"- ".repeat(10_000)}`, "too-deep: -"],
    ["many documents", "--- groups\n".repeat(20_000), "too-many-documents: "],
  ])("%s", (_name, text, expected) => {
    const [first = "none", ...others] = problems(readSource("a.yaml", text));
    expect([first.slice(0, expected.length), others]).toEqual([expected, []]);
  });

  test("a file that is too large", () => {
    const source = readSource("a.yaml", `${rule}${" ".repeat(maxFileSize)}`);
    expect([problems(source), queries(source)]).toEqual([["too-large: "], []]);
  });

  test("an anchor bomb", () => {
    const levels = Array.from({ length: 30 }, (_, k) => `a${k + 1}: &a${k + 1} [${`*a${k},`.repeat(10)}]\n`);
    const text = `a0: &a0 {name: g, rules: []}\n${levels.join("")}groups: *a30\n`;
    expect(problems(readSource("a.yaml", text))).toEqual(["too-many-aliases: *a5"]);
  });

  test("a bomb of merge keys", () => {
    const levels = Array.from({ length: 10_000 }, (_, k) => `a${k + 1}: &a${k + 1} {<<: *a${k}}\n`);
    const text = `a0: &a0 {name: g, rules: []}\n${levels.join("")}groups: [*a10000]\n`;
    expect(problems(readSource("a.yaml", text))[0]).toMatch(/^too-many-aliases: \*a\d+$/);
  });

  test("one broken document leaves the others", () => {
    const source = readSource("a.yaml", `${rule}---\nb: [\n---\n${rule}`);
    expect(queries(source)).toEqual([
      "documents[0].groups[0].rules[0].expr alert up",
      "documents[2].groups[0].rules[0].expr alert up",
    ]);
    expect(problems(source)).toEqual(["ignored-document: groups", "yaml-syntax: -"]);
  });

  test("an annotation that begins with an action is no template", () => {
    const { problems: found } = readSource("a.yaml", `${rule}    annotations:\n      summary: {{ $value }} down\n`);
    expect(found).toMatchObject([{ code: "yaml-syntax", help: "put a text that begins with `{{` in quotes" }]);
  });
});

describe("a .promql file", () => {
  test("is one query", () => {
    const text = "\ufeff# all\r\nsum(up)\r\n";
    const source = readSource("a.promql", text);
    expect(queries(source)).toEqual(["range # all\r\nsum(up)"]);
    const { map } = source.queries[0] ?? expect.fail();
    const { from, to } = map.span({ from: 7, to: 10 });
    expect(text.slice(from, to)).toBe("sum");
    expect(map.rewrite([{ from: 7, to: 10, insert: "avg" }])).toEqual([{ from, to, insert: "avg" }]);
  });

  test("may be empty", () => {
    expect(queries(readSource("a.promql", " \n"))).toEqual([]);
  });
});
