import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { labels } from "../../src/analysis/labels/labels.js";
import { labelOf, live } from "../../src/analysis/labels/branch.js";
import { intersect, isEmpty, type ValueSet, unite } from "../../src/analysis/values/value-set.js";
import { valueType } from "../../src/analysis/value-type.js";
import { check } from "../../src/check/check.js";
import { lintSource, readSource } from "../../src/files/index.js";
import { applyEdits } from "../../src/lint/fix.js";
import { lint } from "../../src/lint/lint.js";
import type { ServerFacts } from "../../src/metrics/server-facts.js";
import type { Diagnostic, Use } from "../../src/lint/rule.js";
import type { Expr } from "../../src/syntax/ast.js";
import { parse, type ParseOptions } from "../../src/syntax/parse.js";
import type { Edit, Problem, Span } from "../../src/syntax/problem.js";
import { type HardQuery, hardQuery } from "./hard-queries.js";

const numRuns = process.env["PROMQL_LINT_FULL"] ? 40_000 : 10_000;
const use = fc.constantFrom<Use>("range", "alert", "record", "instant");

/** What no generated query is. */
const quoted: HardQuery = { text: "`rate(up[5m])`", variables: false };

/** A server with very many series of each metric, none of which fulfils a matcher, and to which most things happen. */
const server: ServerFacts = {
  server: "http://prometheus",
  time: 1e9,
  retention: 60,
  isStored: () => true,
  count: (selection) => (selection.includes("{") ? 0 : 1_000_000),
  lastSeen: (selection) => (selection.length % 2 === 0 ? 1e9 - 7200 : "never"),
  values: (_, label) => [`${label}s`, "a|b", "'\\u001b\""],
  outcome: (query) => (query.length % 2 === 0 ? { series: 0 } : { error: "many-to-many matching not allowed" }),
};

describe("every rule, on queries that are hard to read", () => {
  test(
    "throws on none, places its findings in the text, and offers fixes that keep what is promised",
    { timeout: 600_000 },
    () => {
      const seen = new Map<string, number>();
      let accepted = 0;
      fc.assert(
        fc.property(hardQuery, use, (query, of) => {
          const found = lint(query.text, {
            rules: all,
            use: of,
            settings: { scrapeInterval: 30 },
            server,
            ...optionsOf(query),
          });
          if (problemsOf(query, query.text).every(({ severity }) => severity !== "error")) accepted++;
          for (const each of found) {
            seen.set(each.code, (seen.get(each.code) ?? 0) + 1);
            expectPlaces(query.text, each);
            for (const { safety, edits, title } of each.fixes ?? [])
              expectFix(query, edits, safety, `${each.code}: ${title}`);
          }
        }),
        { numRuns, seed: 20, examples: [[quoted, "range"]] },
      );
      expect(accepted).toBeGreaterThan(numRuns / 3);
      const silent = all.filter(({ id, subject }) => subject === "query" && !seen.has(id)).map(({ id }) => id);
      expect(silent, `rules that spoke: ${[...seen.keys()].join(", ")}`).toEqual([]);
    },
  );

  test("throws on none within rules and panels, and places its findings in the file", { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(hardQuery, { minLength: 1, maxLength: 4 }),
        fc.array(annotation, { minLength: 4, maxLength: 4 }),
        (queries, texts) => {
          for (const [name, text] of [
            ["rules.json", ruleFile(queries, texts)],
            ["board.json", dashboard(queries, texts)],
          ] as const) {
            for (const { at, code } of lintSource(readSource(name, text), { rules: all })) {
              expect([at.from >= 0, at.from <= at.to, at.to <= text.length], code).toEqual([true, true, true]);
            }
          }
        },
      ),
      { numRuns: numRuns / 10, seed: 21 },
    );
  });
});

function optionsOf({ variables }: HardQuery): ParseOptions {
  return variables ? { variables: "grafana" } : {};
}

function problemsOf(query: HardQuery, text: string): readonly Problem[] {
  return check(parse(text, optionsOf(query)));
}

function expectPlaces(text: string, { at, because = [], code, message }: Diagnostic): void {
  for (const span of [at, ...because.map((each) => each.at)]) {
    expect(isWithin(span, text), `${code}: ${JSON.stringify(span)} in ${text}`).toBe(true);
  }
  expect(message).not.toMatch(/undefined|\[object/);
}

function isWithin({ from, to }: Span, text: string): boolean {
  return Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= text.length;
}

function expectFix(query: HardQuery, edits: readonly Edit[], safety: string, name: string): void {
  const { text } = query;
  const sorted = edits.toSorted((a, b) => a.from - b.from);
  for (const [k, edit] of sorted.entries()) {
    expect(isWithin(edit, text), name).toBe(true);
    expect(edit.from, `${name} overlaps itself`).toBeGreaterThanOrEqual(sorted[k - 1]?.to ?? 0);
  }
  const fixed = applyEdits(text, edits);
  const [before, after] = [problemsOf(query, text), problemsOf(query, fixed)];
  expect(after.length, `${name}: ${fixed}`).toBeLessThanOrEqual(before.length);
  if (safety !== "safe" || before.length > 0) return;
  const [old, now] = [parse(text, optionsOf(query)).expr, parse(fixed, optionsOf(query)).expr];
  expect(now && valueType(now), name).toBe(old && valueType(old));
  if (old && now) expect(contradiction(old, now), `${name}: ${fixed}`).toBeUndefined();
}

/** A label of which the analysis of two queries, both with results, says what cannot be true of one result. */
function contradiction(old: Expr, now: Expr): string | undefined {
  const [before, after] = [live(labels(old)), live(labels(now))];
  if (before.length === 0 || after.length === 0) return undefined;
  const names = new Set([...before, ...after].flatMap((branch) => [...branch.labels.keys()]));
  return [...names].find((name) => {
    const valuesOf = (branches: typeof before) =>
      branches.map((branch): ValueSet => labelOf(branch, name).values).reduce(unite);
    return isEmpty(intersect(valuesOf(before), valuesOf(after)));
  });
}

const annotation = fc.constantFrom(
  "{{ $labels.pod }} is down",
  "{{ $value | humanize }} of {{ .Labels.nope }}",
  '{{ with query "up ==" }}{{ . }}{{ end }}',
  "{{ range query `sum by (x) (up)` }}{{ .Labels.job }}{{ end }",
  'é😀 {{ printf "%s" $labels.job }}',
  "",
);

function ruleFile(queries: readonly HardQuery[], texts: readonly string[]): string {
  const rules = queries.map(({ text }, k) => {
    if (k % 2 === 1) return { record: `job:r${k}:sum`, expr: text, labels: { job: texts[k % texts.length] } };
    const annotations = { summary: texts[k % texts.length], description: texts[(k + 1) % texts.length] };
    return {
      alert: `Alert${k}`,
      expr: text,
      for: k % 4 === 0 ? "5m" : "0s",
      labels: { severity: "page" },
      annotations,
    };
  });
  return JSON.stringify(
    {
      groups: [
        { name: "g", interval: "10m", rules },
        { name: "h", rules },
      ],
    },
    null,
    2,
  );
}

function dashboard(queries: readonly HardQuery[], texts: readonly string[]): string {
  const targets = queries.map(({ text }, k) => ({ refId: `A${k}`, expr: text, legendFormat: texts[k % texts.length] }));
  const list = [
    { name: "pod", type: "query", multi: true, includeAll: true, query: "label_values(up, pod)" },
    { name: "window", type: "interval", query: "5m,1h" },
  ];
  const panels = [{ type: "timeseries", title: "é", datasource: { type: "prometheus" }, targets }];
  return JSON.stringify({ title: "board", schemaVersion: 39, panels, templating: { list } });
}
