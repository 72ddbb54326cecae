import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { applyEdits, chooseFixes, fix, type FixOptions } from "../../src/lint/fix.js";
import { defineRule, type Finding } from "../../src/lint/rule.js";
import { parse } from "../../src/syntax/parse.js";
import type { Fix } from "../../src/syntax/problem.js";
import { nodesOf } from "../../src/syntax/walk.js";

const fixed = (query: string, options: Partial<FixOptions> = {}) => fix(query, { rules: all, ...options }).text;

describe("fix", () => {
  test.each([
    ['up{job=~"api"}', 'up{job="api"}'],
    ['up{job=~"api", env!~"test"}', 'up{job="api", env!="test"}'],
    ["sum(rate(up[5m])", "sum(rate(up[5m]))"],
    ['absent(up{job=~"api"})', 'absent(up{job=~"api"})'],
    ["node_load1[5m]", "node_load1[5m]"],
    ["rate(node_load1[5m])", "rate(node_load1[5m])"],
    ["up", "up"],
    ["", ""],
  ])("alone applies what is safe: %s", (query, expected) => {
    expect(fixed(query)).toBe(expected);
  });

  test.each([
    ['absent(up{job=~"api"})', 'absent(up{job="api"})'],
    ["node_load1[5m]", "avg_over_time(node_load1[5m])"],
    ['node_cpu_seconds_total{mode=~"idle"}[5m]', 'rate(node_cpu_seconds_total{mode="idle"}[5m])'],
    ["sum(rate(node_load1[5m])", "sum(deriv(node_load1[5m]))"],
    ["jobs_waiting[5m]", "jobs_waiting[5m]"],
  ])("with review applies more, and never a suggestion: %s", (query, expected) => {
    expect(fixed(query, { review: true })).toBe(expected);
  });

  test("tells what it did and what is left", () => {
    const { applied, diagnostics } = fix('node_load1{job=~"a"}[5m]', { rules: all });
    expect(applied).toEqual(["Use `=`"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["bare-range-vector"]);
    expect(fix("up", { rules: all })).toEqual({ text: "up", applied: [], diagnostics: [], suppressed: [] });
  });

  test("keeps comments, line breaks and everything else", () => {
    const query = '# why\nsum by (job) (\n  up{job =~\t"api"}  # here\n)\r\n';
    expect(fixed(query)).toBe(query.replace("=~", "="));
  });

  test("goes on until nothing is left: of two fixes at one place the earlier is first", () => {
    const rename = renames([
      ["a", "b"],
      ["b", "c"],
    ]);
    expect(fix("a + a", { rules: [rename] })).toEqual({
      text: "c + c",
      applied: titles("b", "b", "c", "c"),
      diagnostics: [],
      suppressed: [],
    });
  });

  test("ends where two fixes undo each other", () => {
    const swap = renames([
      ["a", "b"],
      ["b", "a"],
    ]);
    const { text, diagnostics } = fix("a", { rules: [swap] });
    expect(["a", "b"]).toContain(text);
    expect(diagnostics.length).toBe(1);
  });

  test("never leaves more syntax errors than there were", () => {
    const breaks = renames([["a", "(("]]);
    expect(fix("a + b", { rules: [breaks] })).toMatchObject({ text: "a + b", applied: [] });
  });

  test("is done when it is done: a second time changes nothing", () => {
    const queries = [
      ...[
        'up{job=~"api"}',
        "node_load1[5m]",
        "rate(node_load1[5m])",
        "foo(",
        "sum(up))",
        "rate(up)",
        "1 =~ 2",
        "up{a='b'",
      ],
      ...["sum by (a (up)", "up[5", "histogram_quantile(up, 0.9)", "rat(up[5m])", "up == bool", "up offset", "-", "{}"],
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...queries, " + ", " / ", "(", ")", ", ")),
        fc.boolean(),
        (parts, review) => {
          const query = parts.join("");
          const once = fixed(query, { review });
          expect(fixed(once, { review })).toBe(once);
          expect(parse(once).problems.length).toBeLessThanOrEqual(parse(query).problems.length);
        },
      ),
      { numRuns: process.env["PROMQL_LINT_FULL"] ? 20_000 : 1000 },
    );
  });
});

describe("the fixes of problems", () => {
  test.each([
    ["histogram_quantle(0.9, up)", "histogram_quantile(0.9, up)"],
    ["up{job='a'", "up{job='a'}"],
    ["sum(up", "sum(up)"],
  ])("%s", (query, expected) => {
    expect(fixed(query)).toBe(expected);
  });
});

describe("chooseFixes", () => {
  const finding = (...fixes: Fix[]) => ({
    code: "x",
    severity: "error" as const,
    at: { from: 0, to: 0 },
    message: "",
    fixes,
  });
  const replaces = (from: number, to: number, safety: Fix["safety"] = "safe"): Fix => ({
    title: `${from}-${to}`,
    safety,
    edits: [{ from, to, insert: "" }],
  });
  const chosen = (review: boolean, ...fixes: Fix[][]) =>
    chooseFixes(
      fixes.map((each) => finding(...each)),
      review,
    ).map(({ title }) => title);

  test("takes the first of a diagnostic, or none", () => {
    expect(chosen(false, [replaces(0, 1), replaces(2, 3)])).toEqual(["0-1"]);
    expect(chosen(false, [replaces(0, 1, "review"), replaces(2, 3)])).toEqual([]);
    expect(chosen(true, [replaces(0, 1, "review")])).toEqual(["0-1"]);
    expect(chosen(true, [replaces(0, 1, "suggestion"), replaces(2, 3)])).toEqual([]);
    expect(chosen(true, [])).toEqual([]);
  });

  test("leaves out what overlaps one that it took", () => {
    expect(chosen(false, [replaces(0, 4)], [replaces(3, 5)], [replaces(4, 6)])).toEqual(["0-4", "4-6"]);
    expect(chosen(false, [replaces(2, 2)], [replaces(2, 2)])).toEqual(["2-2"]);
  });
});

test("applyEdits takes edits in any order", () => {
  const edits = [
    { from: 4, to: 5, insert: "C" },
    { from: 0, to: 1, insert: "" },
    { from: 2, to: 2, insert: "-" },
  ];
  expect(applyEdits("a b c", edits)).toBe(" -b C");
});

/** A rule that renames metrics, with a safe fix for each. */
function renames(names: readonly (readonly [string, string])[]) {
  return defineRule({
    id: "renames",
    summary: "The metric has another name",
    category: "style",
    severity: "warning",
    subject: "query",
    *check({ root }): Iterable<Finding> {
      for (const { metric } of nodesOf(root, "VectorSelector")) {
        const insert = names.find(([name]) => name === metric?.text)?.[1];
        if (!metric || insert === undefined) continue;
        yield {
          at: metric.span,
          message: "renamed",
          fixes: [{ title: `Use \`${insert}\``, safety: "safe", edits: [{ ...metric.span, insert }] }],
        };
      }
    },
  });
}

function titles(...names: string[]): string[] {
  return names.map((name) => `Use \`${name}\``);
}
