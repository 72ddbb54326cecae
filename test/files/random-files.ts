import fc from "fast-check";
import { Document, Scalar } from "yaml";
import { smellyQuery } from "../live/smelly-queries.js";
import { dashboard } from "./dashboards.js";

/** A file of a kind that holds queries. */
export interface RandomFile {
  readonly path: string;
  readonly text: string;
}

const odd = fc.constantFrom(
  'up{job=~"😀é"}',
  "up{job=~'it is ''{a}'': b #c'}",
  'rate(node_load1{a="\\\\d\\t"}[5m]) # why "é"\n',
  'sum(\n\n    up{job=~"^a$"}\n  )\n by (job,\tjob) > 0',
  "\trate(node_memory_MemFree_bytes[5m])\n/\n\tup{a=~`b`}",
  "sum(rate(node_load1[5m])",
  'up{job="a} > 0',
  "up = 1",
  "foo bar",
  "sum(up) by",
);
const query = fc.oneof(smellyQuery, odd).map((text) => (text.length > 400 ? 'up{job=~"a"}' : text));
const queries = fc.array(query, { minLength: 1, maxLength: 4 });
const style = fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED");
const layout = fc.record({
  styles: fc.array(style, { minLength: 4, maxLength: 4 }),
  lineWidth: fc.constantFrom(0, 20, 80),
  indent: fc.integer({ min: 1, max: 4 }),
  indentSeq: fc.boolean(),
  commentBefore: fc.constantFrom("", ' 😀 who\'s "here"?'),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  mark: fc.constantFrom("", "\ufeff"),
  repeated: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

/** A query in the style that is its turn. */
function scalarOf(query: string, { styles }: Pick<Layout, "styles">, k: number): Scalar {
  const expr = new Scalar(query);
  expr.type = styles[k % styles.length] ?? "PLAIN";
  return expr;
}

/** The rules of a group, with the queries in their styles; the first one twice where it is `repeated`. */
function group(queries: readonly string[], { styles, repeated }: Layout): object {
  const texts = queries.map((query, k) => scalarOf(query, { styles }, k));
  const rules = (repeated ? [...texts, texts[0]] : texts).map((expr, k) => ({
    alert: `A${k}`,
    expr,
    labels: { team: "é 😀" },
    annotations: { summary: "it is {{ $value }}:\n  # no comment\n" },
  }));
  return { groups: [{ name: "g", rules }] };
}

function yaml(value: object, { lineWidth, indent, indentSeq, commentBefore, lineEnd, mark }: Layout): string {
  const document = new Document(value);
  if (commentBefore !== "") document.commentBefore = commentBefore;
  return mark + document.toString({ lineWidth, indent, indentSeq }).replaceAll("\n", lineEnd);
}

function panels(queries: readonly string[]): string {
  const [first = "up"] = queries;
  const query = { query: `label_values(${first}, job)`, refId: "A" };
  return dashboard(
    queries.map((expr) => ({ expr, legendFormat: "{{job}}\t😀" })),
    { description: first },
    {
      templating: { list: [{ type: "query", name: "v", query, datasource: { type: "prometheus", uid: "p" } }] },
      annotations: { list: [{ name: "a", expr: first }] },
    },
  );
}

function json(queries: readonly string[], layout: Layout): string {
  return asJson(JSON.parse(panels(queries)), layout);
}

function asJson(value: unknown, { indent, lineWidth, lineEnd, mark }: Layout): string {
  const space = lineWidth === 20 ? "\t" : lineWidth === 80 ? indent : 0;
  return mark + JSON.stringify(value, null, space).replaceAll("\n", lineEnd);
}

/** A dashboard of Grafana's second schema: a panel for each query, an annotation and a variable with the first. */
function elements(queries: readonly string[]): object {
  const query = (expr: string): object => ({ kind: "DataQuery", group: "prometheus", version: "v0", spec: { expr } });
  const panel = (expr: string): object => ({
    kind: "Panel",
    spec: {
      title: "é",
      data: { kind: "QueryGroup", spec: { queries: [{ spec: { refId: "A", query: query(expr) } }] } },
    },
  });
  const [first = "up"] = queries;
  return {
    title: "😀",
    elements: Object.fromEntries(queries.map((expr, k) => [`panel-${k}`, panel(expr)])),
    annotations: [{ kind: "AnnotationQuery", spec: { name: "a", query: query(first) } }],
    variables: [
      {
        kind: "QueryVariable",
        spec: { name: "v", query: { ...query(""), spec: { query: `label_values(${first}, job)` } } },
      },
    ],
  };
}

/** A block of its own lines, indented as far as a rule of a template has it. */
function block(query: string): string {
  return query.trim().replaceAll(/\n\s*/g, "\n        ");
}

const kinds: readonly ((queries: readonly string[], layout: Layout) => RandomFile)[] = [
  (queries, layout) => ({ path: "rules.yaml", text: yaml(group(queries, layout), layout) }),
  (queries, layout) => ({
    path: "manifest.yaml",
    text: yaml({ kind: "PrometheusRule", metadata: { name: "é" }, spec: group(queries, layout) }, layout),
  }),
  (queries, layout) => ({
    path: "values.yaml",
    text: yaml({ a: "😀", additionalPrometheusRulesMap: { own: group(queries, layout) } }, layout),
  }),
  (queries, layout) => ({ path: "dashboard.json", text: json(queries, layout) }),
  (queries, layout) => {
    const data = new Scalar(json(queries, { ...layout, mark: "", lineEnd: "\n" }));
    data.type = layout.styles[0] ?? "PLAIN";
    return { path: "config-map.yaml", text: yaml({ kind: "ConfigMap", data: { "a.json": data } }, layout) };
  },
  (queries, layout) => {
    const inner = new Scalar(yaml(group(queries, layout), { ...layout, mark: "", lineEnd: "\n" }));
    inner.type = layout.styles[0] ?? "PLAIN";
    return { path: "rules-map.yaml", text: yaml({ kind: "ConfigMap", data: { "a.yaml": inner } }, layout) };
  },
  (queries, layout) => {
    const manifest = { kind: "PrometheusRule", metadata: { name: "é" }, spec: group(queries, layout) };
    return { path: "list.yaml", text: yaml({ kind: "List", items: [manifest, { kind: "Service" }] }, layout) };
  },
  (queries, layout) => ({
    path: "tests.yaml",
    text: yaml(
      {
        rule_files: ["rules.yaml"],
        tests: queries.map((expr, k) => ({
          name: `😀 ${k}`,
          promql_expr_test: [{ expr: scalarOf(expr, layout, k), eval_time: "5m" }],
        })),
      },
      layout,
    ),
  }),
  (queries, layout) => ({ path: "elements.json", text: asJson(elements(queries), layout) }),
  (queries, { lineEnd, mark }) => ({
    path: "template.yaml",
    text:
      mark +
      [
        ["{{- if .Values.rules }}", "kind: PrometheusRule", "spec:", "  groups:", "  - name: g", "    rules:"],
        ...queries.map((query) => [
          "    - record: r",
          "      expr: |-",
          `        ${block(query)} > {{ .Values.most }}`,
        ]),
        ["{{- end }}", ""],
      ]
        .flat()
        .join("\n")
        .replaceAll("\n", lineEnd),
  }),
  (queries, { lineEnd, mark }) => ({
    path: "page.md",
    text:
      mark +
      queries
        .map((query) => `# 😀\n\n\`\`\`promql\n${query}\n\`\`\`\n`)
        .join("\n")
        .replaceAll("\n", lineEnd),
  }),
  ([query = "up"], { lineEnd, mark }) => ({ path: "a.promql", text: mark + query.replaceAll("\n", lineEnd) }),
];

/** Files of all kinds, with queries in which something is found, in every style, with odd characters around them. */
export const randomFile: fc.Arbitrary<RandomFile> = fc
  .tuple(fc.constantFrom(...kinds), queries, layout)
  .map(([kind, texts, own]) => kind(texts, own));
