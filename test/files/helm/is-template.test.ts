import { describe, expect, test } from "vitest";
import { readSource } from "../../../src/files/index.js";
import { isTemplate } from "../../../src/files/helm/is-template.js";

/** A rule file whose first rule has these lines, indented as its fields are. */
function ruleFile(...fields: readonly string[]): string {
  const lines = ["groups:", "- name: g", "  rules:", "  - alert: A", ...fields.map((field) => `    ${field}`)];
  return `${lines.join("\n")}\n`;
}

const ordinary = "expr: up == 0";

describe("a rule file that Prometheus reads", () => {
  test.each([
    ["no action", ruleFile(ordinary)],
    [
      "labels and values",
      ruleFile(ordinary, "annotations:", "  summary: '{{ $labels.job }} at {{ $value | humanize }}'"),
    ],
    [
      "blocks in a text",
      ruleFile(
        ordinary,
        "annotations:",
        "  d: |",
        "    {{ range query `up` }}",
        "    {{ .Labels.job }}",
        "    {{ end }}",
      ),
    ],
    [
      "blocks in a folded text",
      ruleFile(ordinary, "annotations:", "  d: >-", "    {{ with $x := 1 }}", "", "    {{ end }}"),
    ],
    ["blocks in a quoted text", ruleFile(ordinary, "annotations:", "  d: 'a", "    {{ range $x }}", "    {{ end }}'")],
    ["blocks in a plain text", ruleFile(ordinary, "annotations:", "  d: a", "     {{ if true }}", "     {{ end }}")],
    ["a text without quotes", ruleFile(ordinary, "annotations:", '  d: {{ query "up" | first | value }}', "for: 5m")],
    ["a label without quotes", ruleFile(ordinary, "labels:", "  pod: {{ .Labels.pod }}")],
    ["a name that is rendered by nobody", ruleFile(ordinary).replace("A", '"A {{ .x }}"')],
    ["an action in a string of a query", ruleFile('expr: up{job="{{ .job }}"}')],
    ["one in quotes", ruleFile('expr: "up{job=\\"{{ job }}\\"}"', "for: 5m")],
    ["one in a comment of a query", ruleFile("expr: |", "  up # {{ .x }}", "  == 0")],
    ["a variable of Prometheus in a query", ruleFile("expr: up > {{ $value }}")],
    ["an action that is never closed", ruleFile("expr: up > {{ .x", "annotations:", "  d: '{{ $labels.a }}'")],
    ["a comment", `# {{ .Values.a }}\n${ruleFile(ordinary)}`],
    ["a comment behind a value", ruleFile('expr: up # {{ include "a" . }}')],
    ["a function called in a string", ruleFile(ordinary, "annotations:", "  d: '{{ printf \"include %s\" `x` }}'")],
    ["a literal", ruleFile(ordinary, "annotations:", "  d: '{{ `a` | toUpper }}'")],
    ["JSON", '{"groups": [{"name": "g", "rules": [\n  {"alert": "A", "expr": "up",\n   "x": {{ 1 }} }]}]}'],
  ])("%s", (_name, text) => {
    expect(isTemplate(text)).toBe(false);
  });

  test("is one with a mistake elsewhere, which is said", () => {
    const text = ruleFile(
      "foo: bar: baz",
      "annotations:",
      "  d: |",
      '    {{ range query "up" }}',
      "    {{ end }}",
      ordinary,
    );
    expect(readSource("a.yaml", text).problems.map(({ code }) => code)).toEqual(["yaml-syntax"]);
  });
});

describe("a template", () => {
  test.each([
    ["values of a chart", ruleFile(ordinary, "annotations:", "  d: '{{ .Values.a }}'")],
    ["from the top", ruleFile(ordinary, "annotations:", "  d: '{{ $.Values.a }}'")],
    ["a function of Helm", ruleFile(ordinary, "annotations:", "  d: '{{ include \"a\" . }}'")],
    ["braces that are left", ruleFile(ordinary, "annotations:", "  d: '{{ `{{` }} $labels.a {{ `}}` }}'")],
    ["a text that is left", ruleFile(ordinary, "annotations:", "  d: '{{`{{ $labels.a }}`}}'")],
    ["a block of rules", `{{ range .rules }}\n${ruleFile(ordinary)}{{ end }}\n`],
    ["a block within a rule", ruleFile(ordinary, "{{- if .a }}", "for: 5m", "{{- end }}")],
    ["a variable", `{{- $x := list "a" }}\n${ruleFile(ordinary)}`],
    ["a definition", `{{- define "a" }}\n${ruleFile(ordinary)}{{ end }}\n`],
    ["a comment of the template", `{{- /* a */ -}}\n${ruleFile(ordinary)}`],
    ["an item", ruleFile(ordinary, "labels:", "  a: b").replace("- alert", "- {{ .a }}\n  - alert")],
    ["a key", ruleFile(ordinary, "{{ .key }}: a")],
    ["a field", ruleFile(ordinary, "for: {{ .for }}")],
    ["labels as a whole", ruleFile(ordinary, "labels: {{ toJson .l }}")],
    ["labels of a list", ruleFile(ordinary, "labels:", "  {{ range .l }}", "  a: b", "  {{ end }}")],
    ["a field behind annotations", ruleFile("annotations:", "  a: b", "for: {{ .for }}", ordinary)],
    ["a name", ruleFile(ordinary).replace("name: g", "name: {{ .g }}")],
    ["a query", ruleFile("expr: {{ .expr }}")],
    ["a number of a query", ruleFile("expr: up > {{ .x }}")],
    ["a range of a query in quotes", ruleFile("expr: 'rate(x[{{ .range }}])'")],
    ["a part of a query", ruleFile("expr: |", "  up", "  {{- if .a }}", "  == 0", "  {{- end }}")],
    ["with CR LF", ruleFile("expr: up > {{ .x }}").replaceAll("\n", "\r\n")],
  ])("%s", (_name, text) => {
    expect(isTemplate(text)).toBe(true);
  });
});

describe("takes time linear in the text", () => {
  test.each([
    ["actions in a comment", `# ${"{{ .Values.a }} ".repeat(50_000)}`],
    ["actions that are not closed", "{{ .a ".repeat(100_000)],
    ["quotes", '{{ "a '.repeat(100_000)],
    ["dashes", `${"- ".repeat(200_000)}{{ .a`],
    ["blanks", `{{ $labels.a }}\n${" ".repeat(300_000)}{{ $x }}`],
    ["strings", `a: '${'"{{ .a }} '.repeat(50_000)}`],
  ])("%s", (_name, text) => {
    const start = performance.now();
    isTemplate(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
