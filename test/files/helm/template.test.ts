import { describe, expect, test } from "vitest";
import { fixSource, formatSource, lintSource, readSource } from "../../../src/files/index.js";
import { maskTemplate } from "../../../src/files/helm/mask.js";
import { recommended } from "../../../rules/index.js";

/** A template in the manner of kube-prometheus-stack; the rule is indented by four columns. */
function template(rule: string): string {
  return `{{- /* Made by hand. */ -}}
{{- $target := default .Capabilities.KubeVersion.GitVersion .Values.kubeTargetVersionOverride }}
{{- if and .Values.create (semverCompare ">=1.14.0-0" $target) }}
kind: PrometheusRule
metadata:
  name: {{ printf "%s-%s" (include "stack.fullname" .) "node" | trunc 63 }}
  labels: {app: {{ template "stack.name" . }}}
{{ include "stack.labels" . | indent 4 }}
spec:
  groups:
  - name: node
    rules:
${rule}{{- end }}
`;
}

function read(rule: string) {
  const text = template(rule);
  const source = readSource("templates/node.yaml", text);
  return { text, source, queries: source.queries.map((query) => query.restore?.(query.text) ?? query.text) };
}

/** Each rule, and its queries as they are checked. */
const readable: readonly [name: string, rule: string, queries: readonly string[]][] = [
  ["without actions", "    - alert: A\n      expr: up == 0\n", ["up == 0"]],
  [
    "an action in a string",
    '    - alert: A\n      expr: up{job="{{ .Values.job }}"} == 0\n',
    ['up{job="{{ .Values.job }}"} == 0'],
  ],
  ["an action for a number", "    - alert: A\n      expr: up > {{ .Values.limit }}\n", ["up > {{ .Values.limit }}"]],
  ["an action for a range", "    - alert: A\n      expr: rate(x[{{ .range }}])\n", ["rate(x[{{ .range }}])"]],
  ["an action for a matcher", "    - alert: A\n      expr: up{ {{ .matcher }} }\n", ["up{ {{ .matcher }} }"]],
  [
    "labels of a range",
    "    - record: r\n      expr: sum by ({{ range .labels }}{{ . }},{{ end }}job) (up)\n",
    ["sum by (                   {{ . }},         job) (up)"],
  ],
  [
    "a condition within a block: its first branch",
    "    - record: r\n      expr: |-\n        sum(\n          {{- if .Values.a }}\n          up\n          {{- else }}\n          down +\n          {{- end }}\n        )\n",
    ["sum(\n                     \n  up\n             \n  \n            \n)".replaceAll(/ +\n/g, "\n")],
  ],
  [
    "a condition at the margin",
    "    - record: r\n      expr: |-\n        sum(up)\n{{- if .Values.someLimitThatIsLong }}\n        > 1\n{{- end }}\n",
    ["sum(up)\n\n> 1"],
  ],
  [
    "a condition around a query: both branches",
    "    - record: r\n      {{- if .a }}\n      expr: up\n      {{- else }}\n      expr: down\n      {{- end }}\n",
    ["up", "down"],
  ],
  [
    "a condition around blocks: both branches",
    "    - record: r\n{{- if .Values.a }}\n      expr: |-\n        up\n{{- else }}\n      expr: |-\n        down\n{{- end }}\n",
    ["up", "down"],
  ],
  [
    "annotations and labels of all kinds",
    '    - alert: A\n      annotations:\n{{- with .Values.more }}\n{{ toYaml . | indent 8 }}\n{{- end }}\n        a: At {{`{{`}} $labels.pod {{`}}`}}.\n        b: \'{{ "{{" }} $value {{ "}}" }}\'\n      expr: up\n      for: {{ dig "A" "for" "5m" . }}\n      labels:\n        {{ .Values.key }}: a\n        {{- with .b }}\n          {{- toYaml . | nindent 8 }}\n        {{- end }}\n',
    ["up"],
  ],
  [
    "an action over several lines",
    '    - alert: A\n      expr: up{job="{{ include "job"\n        (dict "a" .) }}"}\n',
    ['up{job="{{ include "job"\n        (dict "a" .) }}"}'],
  ],
  ["a comment in a query", "    - alert: A\n      expr: up {{/* a }} b */}} == 0\n", [`up${" ".repeat(18)}== 0`]],
];

describe("a query can be read", () => {
  test.each(readable)("%s", (_name, rule, expected) => {
    const { source, queries } = read(rule);
    expect(source.problems).toEqual([]);
    expect(queries.map((query) => query.replaceAll(/ +\n/g, "\n"))).toEqual(expected);
  });

  test.each(readable)("%s, with CR LF", (_name, rule) => {
    const source = readSource("a.yaml", template(rule).replaceAll("\n", "\r\n"));
    expect([source.problems, source.queries.length]).toEqual([[], read(rule).queries.length]);
  });
});

describe("a query is skipped, and named", () => {
  test.each([
    ["`A`", "    - alert: A\n      expr: {{ .Values.expr }}\n"],
    ["`A`", '    - alert: A\n      expr: |\n        {{- include "expr" . | nindent 8 }}\n'],
    ["`A`", '    - alert: A\n      expr: up{ {{ .matchers }} job="a"}\n'],
    ["`{{ .prefix }}Down`", "    - alert: {{ .prefix }}Down\n      expr: up {{ .op }} 5\n"],
    ["one without a name", "    - {{ .kind }}: A\n      expr: {{ .expr }}\n"],
  ])("%s", (name, rule) => {
    const { source, queries } = read(`    - record: r\n      expr: up\n${rule}`);
    expect(queries).toEqual(["up"]);
    expect(source.problems).toMatchObject([{ code: "helm-template", severity: "info" }]);
    expect(source.problems[0]?.message).toMatch(new RegExp(`: ${name.replace(/[{}.]/g, "\\$&")}$`));
  });

  test("no more than five of many", () => {
    const many = Array.from({ length: 7 }, (_, k) => `    - alert: A${k}\n      expr: {{ .e }}\n`);
    const [problem] = read(many.join("")).source.problems;
    expect(problem?.message).toMatch(/^7 queries .*: `A0`, `A1`, `A2`, `A3`, `A4`, and 2 more$/);
  });
});

describe("what is no YAML as a whole is read rule by rule", () => {
  test.each([
    [
      "a definition behind a text",
      '    - record: a\n      expr: up\n    {{ define "x" }}foo: [{{ end }}\n    - record: b\n      expr: down\n',
      ["up", "down"],
      [],
    ],
    [
      "a definition of several lines",
      '    - record: a\n      expr: up\n{{- define "x" }}\napp: x\n{{- end }}\n    - record: b\n      expr: |\n        sum(\n          down)\n',
      ["up", "sum(\n  down)\n"],
      ["helm-template"],
    ],
    [
      "a rule behind an action",
      "    - record: a\n      expr: up\n    {{ if .Values.x }}- record: b\n      expr: down\n    {{ end }}\n    - record: c\n      expr: 'one'\n",
      ["up", "one"],
      ["helm-template"],
    ],
    [
      "a quote that is lost",
      '    - record: a\n      expr: up\n    - record: b\n      expr: \'down\n      labels: {a: "b"}\n',
      ["up"],
      ["helm-template"],
    ],
  ])("%s", (_name, rule, expected, codes) => {
    const { text, source, queries } = read(rule);
    expect([queries, source.problems.map(({ code }) => code)]).toEqual([expected, codes]);
    expect(new Set(source.queries.map(({ field }) => field)).size).toBe(expected.length);
    for (const query of source.queries) {
      const { from, to } = query.map.span({ from: 0, to: query.text.length });
      expect(text.slice(from, to).replaceAll("\n        ", "\n")).toBe(query.text);
    }
  });

  test("its fixes touch their query alone", () => {
    const { text, source } = read(
      '    - record: a\n      expr: up\n{{- define "x" }}\napp: x\n{{- end }}\n    - record: b\n      expr: sum(down\n',
    );
    expect(fixSource(source, { rules: recommended }).source.text).toBe(text.replace("sum(down", "sum(down)"));
  });
});

test("a mistake beside an action in a string is found", () => {
  const { source } = read('    - alert: A\n      expr: sum(up{job="{{ .Values.job }}"}\n');
  expect(lintSource(source, { rules: [] }).map(({ code }) => code)).toEqual(["unclosed-parenthesis"]);
});

test("nothing is said of the structure of a template", () => {
  const rule =
    "    - alert: A\n      severity: b\n      for: 5 minutes\n      expr: up\n      labels: {a: 1}\n    - {{ .a }}: b\n";
  const { source } = read(rule);
  expect([source.problems, source.ruleFiles]).toEqual([[], []]);
});

describe("fixes and formatting leave the actions as they are", () => {
  const rule =
    '    - alert: {{ .prefix }}Falls\n      expr: rate(node_memory_MemFree_bytes{job=~"{{ .Values.job }}",a=~"b"}[5m]) < {{ .limit }}\n';

  test("fixes", () => {
    const { text, source } = read(rule);
    const fixed = fixSource(source, { rules: recommended, review: true }).source.text;
    expect(fixed).toBe(text.replace("rate(", "deriv(").replace("a=~", "a="));
  });

  test("formatting", () => {
    const { text, source } = read(rule);
    const formatted = formatSource(source).text;
    expect(formatted).toBe(text.replace('job=~"{{ .Values.job }}",a=~"b"', 'a=~"b",job=~"{{ .Values.job }}"'));
  });

  test("a query whose parts are chosen is not formatted", () => {
    const { text, source } = read("    - record: r\n      expr: sum by ({{ range .l }}{{ . }},{{ end }}b)(up)\n");
    const { text: formatted, skipped } = formatSource(source);
    expect([formatted, skipped.length]).toEqual([text, 1]);
  });

  test.each(readable)("no placeholder is shown: %s", (_name, written) => {
    const source = readSource("a.yaml", template(`${written}    - alert: B\n      expr: sum(nosuch({{ .x }}))\n`));
    const said = JSON.stringify(lintSource(source, { rules: recommended }));
    expect(said).not.toContain("${h");
  });
});

describe("masks", () => {
  test.each([
    template('    - alert: A\n      expr: up{a="{{ .b }}"}\n'),
    'a: {{ `}}` }} {{ "}}" }} {{/* }} */}}\n',
    "a: '{{ \\\"x\\\" }}'\n{{ not closed\n",
    "a: ${h_____0} {{ .Values.a }}\r\n{{.}}\n",
    "{{.}}{{.}}{{.}}\n".repeat(3),
  ])("are as long as the text, line by line or more: %j", (text) => {
    const { text: masked, placeholders } = maskTemplate(text);
    expect(masked.length).toBe(text.length);
    expect(masked).not.toMatch(/\{\{(?!.*not closed)/);
    for (const name of placeholders.keys()) expect(text).not.toContain(name);
  });

  test.each([
    ["actions on one line", "{{ .a }}".repeat(50_000)],
    ["open blocks", "{{ if .a }}\n".repeat(50_000)],
    ["backquotes", "a: {{ ` }}\n".repeat(50_000)],
    ["quotes", `a: {{ ${'"'.repeat(200_000)}`],
    ["comments that do not end", "{{/* ".repeat(50_000)],
    ["definitions on one line", `a: ${'{{define "a"}}'.repeat(20_000)}\n${"{{end}}".repeat(20_000)}`],
    ["branches in a block", `a: |\n${"  {{ if .a }}\n  b\n  {{ else }}\n".repeat(20_000)}`],
    ["different actions", Array.from({ length: 50_000 }, (_, k) => `a${k}: {{ .a${k} }}\n`).join("")],
    ["dashes", "- ".repeat(100_000)],
  ])("are as long as a long text: %s", (_name, text) => {
    expect(maskTemplate(text).text.length).toBe(text.length);
  });
});
