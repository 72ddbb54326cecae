import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { applyEdits, fix, type FixOptions } from "../../src/lint/fix.js";
import { chooseFixes } from "../../src/lint/fix-rounds.js";
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
    expect(fix("up", { rules: all })).toEqual({
      text: "up",
      applied: [],
      unapplied: [],
      diagnostics: [],
      suppressed: [],
    });
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
      unapplied: [],
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

  test("never leaves more syntax errors than there were, and applies the others all the same", () => {
    const breaks = renames([
      ["a", "(("],
      ["b", "c"],
    ]);
    expect(fix("b + a + b + a", { rules: [breaks] })).toMatchObject({
      text: "c + a + c + a",
      applied: titles("c", "c"),
      unapplied: [
        { code: "renames", at: { from: 4, to: 5 }, title: "Use `((`", hindrance: "syntax" },
        { code: "renames", at: { from: 12, to: 13 }, title: "Use `((`", hindrance: "syntax" },
      ],
    });
  });

  test("tries the next one where the earlier of two at one place would leave more syntax errors", () => {
    const rules = [renames([["a", "(("]]), { ...renames([["a", "b"]]), id: "renames-too" }];
    expect(fix("a", { rules })).toMatchObject({ text: "b", applied: titles("b"), unapplied: [] });
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

describe("what fix did not apply", () => {
  /** `hindrance: title: underlined` of each. */
  const unapplied = (query: string, options: Partial<FixOptions> = {}) => {
    const { text, unapplied } = fix(query, { rules: all, ...options });
    return unapplied.map(
      ({ code, at, title, hindrance }) => `${hindrance}: ${code}: ${title}: ${text.slice(at.from, at.to)}`,
    );
  };

  test.each([
    ["up", []],
    ['up{job=~"api"}', []],
    ["jobs_waiting[5m]", ["suggestion: bare-range-vector: Use `rate()`: jobs_waiting[5m]"]],
    [
      'absent(up{a=~"b"}) + rate(node_load1{a=~"b"}[5m])',
      ["review: regex-without-pattern: Use `=`: =~", "review: rate-over-gauge: Use `deriv()`: node_load1"],
    ],
  ])("%s", (query, expected) => {
    expect(unapplied(query)).toEqual(expected);
  });

  test("is left out where it is applied with review", () => {
    expect(unapplied("rate(node_load1[5m])", { review: true })).toEqual([]);
    expect(unapplied("jobs_waiting[5m]", { review: true })).toHaveLength(1);
  });

  test("says when the rounds are used up, and what overlaps then", () => {
    const there = renames([
      ["a", "b"],
      ["b", "a"],
    ]);
    const too = { ...there, id: "renames-too" };
    expect(unapplied("a", { rules: [there, too] })).toEqual([
      "rounds: renames: Use `b`: a",
      "overlap: renames-too: Use `b`: a",
    ]);
  });

  test("says when a fix changes nothing, or overlaps itself", () => {
    const same = renames([["a", "a"]]);
    expect(unapplied("a", { rules: [same] })).toEqual(["no-change: renames: Use `a`: a"]);
    const twice = defineRule({
      ...same,
      *check({ root: { span } }): Iterable<Finding> {
        const edit = { ...span, insert: "b" };
        yield { at: span, message: "", fixes: [{ title: "Twice", safety: "safe", edits: [edit, edit] }] };
      },
    });
    expect(unapplied("a", { rules: [twice] })).toEqual(["overlap: renames: Twice: a"]);
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
