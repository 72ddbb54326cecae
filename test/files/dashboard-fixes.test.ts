import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { all } from "../../rules/index.js";
import { fixSource, formatSource, lintSource, readSource } from "../../src/files/index.js";
import { dashboard } from "./dashboards.js";

/** A folder of real dashboards, as JSON and in ConfigMaps. */
const folder = process.env["PROMQL_CORPUS"];
const options = { rules: all, review: true };

const expr = 'sum(rate(node_cpu_seconds_total{mode=~"idle", job=~".*"}[5m]))\n  by (instance)';
const variable = { type: "query", name: "job", query: { query: 'label_values(up{job=~"node"}, job)', refId: "A" } };
const own = dashboard(
  [{ expr, legendFormat: "{{instance}}" }, { expr: "avg(node_load1" }],
  { description: expr },
  {
    templating: { list: [{ ...variable, datasource: { type: "prometheus", uid: "p" } }] },
    annotations: { list: [{ name: "a", expr: 'changes(process_start_time_seconds{job=~"node"}[5m]) > 0' }] },
  },
);
const examples = new Map([
  ["pretty.json", own],
  ["minified.json", JSON.stringify(JSON.parse(own))],
  ["tabs.json", `\ufeff${JSON.stringify(JSON.parse(own), null, "\t").replaceAll("\n", "\r\n")}`],
  ["config-map.yaml", `kind: ConfigMap\ndata:\n  a.json: |-\n    ${own.replaceAll("\n", "\n    ")}\n`],
  ["quoted.yaml", `kind: ConfigMap\ndata: {a.json: ${JSON.stringify(own)}}\n`],
]);
const paths = folder ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
const real = paths
  .filter((path) => /\.(?:json|ya?ml)$/.test(path))
  .map((path) => [path, readFileSync(join(folder ?? "", path), "utf8")] as const)
  .filter(([path, text]) => readSource(path, text).panels.length > 0);

describe.each([...examples, ...real])("%s", (path, text) => {
  const source = readSource(path, text);
  const fixed = fixSource(source, options);

  test("every query is read, and is exact", () => {
    expect(source.problems).toEqual([]);
    const read = source.queries.filter(({ field }) => field.endsWith(".expr")).map((query) => query.text);
    expect(read.sort()).toEqual(dashboardsOf(path, text).flatMap(exprsOf).sort());
    expect(source.queries.every(({ map }) => map.exact)).toBe(true);
  });

  test("each word of a query is led to the same word of the file", () => {
    for (const { map, text: query, field } of source.queries) {
      for (const { 0: word, index } of query.matchAll(/\w+/g)) {
        const { from, to } = map.span({ from: index, to: index + word.length });
        expect(text.slice(from, to), field).toBe(word);
      }
    }
  });

  test.each([
    ["fixed", fixed.source.text],
    ["formatted", formatSource(source).text],
  ])("%s: only queries change, and nothing is left to do", (name, changed) => {
    const before = dashboardsOf(path, text).map(withoutQueries);
    expect(dashboardsOf(path, changed).map(withoutQueries)).toEqual(before);
    const again = readSource(path, changed);
    expect(around(again)).toEqual(around(source));
    if (name === "fixed") expect(fixSource(again, options).applied).toEqual([]);
    else expect(formatSource(again)).toMatchObject({ text: changed, changed: 0 });
  });

  test("every place is within what it is about", () => {
    for (const { at, field, query } of lintSource(source, options)) {
      const whole = field === undefined ? undefined : source.field(field)?.span({ from: 0, to: Infinity });
      expect(at.from, field).toBeGreaterThanOrEqual(whole?.from ?? Infinity);
      expect(at.to, field).toBeLessThanOrEqual(whole?.to ?? -1);
      if (query) expect(query.to).toBeLessThanOrEqual(whole?.to ?? -1);
    }
  });
});

test("the own examples have something to fix", () => {
  for (const [path, text] of examples) {
    expect(fixSource(readSource(path, text), options).applied.length, path).toBeGreaterThan(3);
  }
});

/** The text of the file between its queries. */
function around({ text, queries }: ReturnType<typeof readSource>): string[] {
  const spans = queries.map((query) => query.map.span({ from: 0, to: query.text.length }));
  const ordered = spans.toSorted((a, b) => a.from - b.from);
  return [0, ...ordered.map(({ to }) => to)].map((from, k) => text.slice(from, ordered[k]?.from));
}

/** The dashboards of a file, as JSON and YAML libraries read them. */
function dashboardsOf(path: string, text: string): unknown[] {
  if (path.endsWith(".json")) return [JSON.parse(text.replace(/^\ufeff/, ""))];
  const documents = parseAllDocuments(text).map((document) => document.toJS() as unknown);
  const maps = documents.flatMap((document) => itemsOf(document));
  return maps.flatMap(({ data }) => Object.values(data ?? {}).map((json) => parsed(json)));
}

interface ConfigMap {
  readonly data?: Readonly<Record<string, string>>;
}

function itemsOf(document: unknown): readonly ConfigMap[] {
  if (typeof document !== "object" || document === null) return [];
  return "items" in document && Array.isArray(document.items) ? (document.items as ConfigMap[]) : [document];
}

/** Every text called `expr`, wherever it stands. */
function exprsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === "expr" && typeof inner === "string" && inner !== "" ? [inner] : exprsOf(inner),
  );
}

function parsed(json: string): unknown {
  return JSON.parse(json);
}

/** The same without the queries of panels, annotations and variables. */
function withoutQueries(value: unknown): unknown {
  return parsed(
    JSON.stringify(value, (key, inner: unknown) =>
      typeof inner === "string" && ["expr", "query", "definition"].includes(key) ? "" : inner,
    ),
  );
}
