import fc, { type Arbitrary } from "fast-check";
import { expect } from "vitest";
import { type Branch, labelOf, live } from "../../src/analysis/labels/branch.js";
import { labels } from "../../src/analysis/labels/labels.js";
import { isMatched, matchedLabels } from "../../src/analysis/labels/matched-labels.js";
import { matching } from "../../src/analysis/labels/matching.js";
import { valueType } from "../../src/analysis/value-type.js";
import { mayBe } from "../../src/analysis/values/value-set.js";
import { check } from "../../src/check/check.js";
import type { Binary, Expr } from "../../src/syntax/ast.js";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";

/** A series of a result: its labels, and its value where it is a number. */
export interface FoundSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number | undefined;
}

/** Answers a query over `labelledSeries` at a time in seconds, or says why not. */
export type Ask = (query: string, time: number) => Promise<readonly FoundSeries[] | { readonly error: string }>;

/** How often what was seen. */
interface Seen {
  results: number;
  returning: number;
  never: number;
  always: number;
  matched: number;
}

/** Expects that what is said of the labels and the matching of queries is true of their results. */
export async function expectLabelsHold(
  ask: Ask,
  queries: Arbitrary<string>,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Promise<Seen> {
  const seen: Seen = { results: 0, returning: 0, never: 0, always: 0, matched: 0 };
  await fc.assert(
    fc.asyncProperty(queries, fc.nat(moments - 1), async (query, moment) => {
      const parsed = parse(query);
      const problems = check(parsed, { prometheus: { features: ["promql-experimental-functions"] } });
      if (problems.length > 0 || !parsed.expr || valueType(parsed.expr) !== "vector") return;

      const branches = labels(parsed.expr);
      if (parsed.expr.kind === "Binary") await expectMatching(ask, parsed.expr, moment, seen);
      const result = await ask(query, timeOf(moment));
      if ("error" in result) return;
      seen.results++;
      if (result.length > 0) seen.returning++;
      if (live(branches).length === 0) seen.never++;
      if (branches.some(({ alwaysReturns }) => alwaysReturns)) {
        seen.always++;
        expect(result.length, `${query} always returns something`).toBeGreaterThan(0);
      }
      for (const series of result) expectBranch(query, branches, series);
    }),
    { numRuns: runs, seed },
  );
  return seen;
}

async function expectMatching(ask: Ask, node: Binary, moment: number, seen: Seen): Promise<void> {
  const found = matching(node);
  if (!found) return;
  const [left, right] = await Promise.all([
    signatures(ask, node, node.left, moment),
    signatures(ask, node, node.right, moment),
  ]);
  if (!left || !right) return;
  seen.matched++;
  const text = print(node);
  if (!found.canMatch)
    expect(
      left.filter((one) => right.includes(one)),
      `${text} never matches`,
    ).toEqual([]);
  if (!found.left.many) expect(new Set(left).size, `one left of ${text}`).toBe(left.length);
  if (!found.right.many) expect(new Set(right).size, `one right of ${text}`).toBe(right.length);
}

/** By which the series of one side are matched. */
async function signatures(ask: Ask, node: Binary, side: Expr, moment: number): Promise<readonly string[] | undefined> {
  const matched = matchedLabels(node);
  const result = await ask(print(side), timeOf(moment));
  if ("error" in result) return undefined;
  return result.map((series) =>
    JSON.stringify(
      Object.entries(series.labels)
        .filter(([name]) => isMatched(name, matched) === "yes")
        .sort(),
    ),
  );
}

function expectBranch(query: string, branches: readonly Branch[], series: FoundSeries): void {
  const fits = live(branches).some((branch) => isOf(branch, series));
  expect(fits, `${query} returns ${JSON.stringify(series)}`).toBe(true);
}

/** Whether nothing that is known of a branch contradicts a series. */
function isOf(branch: Branch, { labels: found, value }: FoundSeries): boolean {
  const names = [...Object.keys(found), ...branch.labels.keys()];
  if (!names.every((name) => mayBe(labelOf(branch, name).values, found[name] ?? ""))) return false;
  return (
    branch.constant === undefined ||
    value === undefined ||
    Object.is(value, branch.constant) ||
    value === branch.constant
  );
}

const moments = 24;

/** Far enough from each other that no query sees two of them; seconds since 1970. */
function timeOf(moment: number): number {
  return 1_700_000_000 + moment * 7200;
}

/** For each moment a few series at random, of three metrics and three labels that may be there or not: OpenMetrics. */
export function labelledSeries(): string {
  const value = fc.constantFrom("", "", "x", "y");
  const series = fc.record({
    metric: fc.constantFrom("foo", "bar", "baz", "target_info"),
    a: value,
    b: value,
    c: value,
    le: fc.constantFrom("", "", "", "1.0", "+Inf"),
  });
  const sets = fc.sample(fc.array(series, { minLength: 2, maxLength: 12 }), { numRuns: moments, seed: 42 });
  const lines = new Map<string, string[]>();
  for (const [moment, set] of sets.entries()) {
    for (const [k, { metric, ...labelValues }] of set.entries()) {
      const pairs = Object.entries(labelValues).filter(([, text]) => text !== "");
      const name = `${metric}{${pairs.map(([label, text]) => `${label}="${text}"`).join(",")}}`;
      const at = lines.get(name) ?? [];
      lines.set(name, at);
      if (at.some((line) => line.endsWith(` ${timeOf(moment)}`))) continue;
      for (const minutes of [3, 2, 1, 0]) at.push(`${name} ${k % 4} ${timeOf(moment) - minutes * 60}`);
    }
  }
  return `${[...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, at]) => at)
    .join("\n")}\n# EOF\n`;
}
