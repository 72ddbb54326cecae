import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Branch, labelOf, live } from "../../src/analysis/branch.js";
import { labels } from "../../src/analysis/labels.js";
import { isMatched, matchedLabels } from "../../src/analysis/matched-labels.js";
import { matching } from "../../src/analysis/matching.js";
import { mayBe } from "../../src/analysis/value-set.js";
import { check } from "../../src/check/check.js";
import type { Binary, Expr } from "../../src/syntax/ast.js";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";
import { randomQuery } from "./random-query.js";
import { type LoadedSeries, type LoadedServer, startLoadedServer } from "./loaded-server.js";
import { describeLive } from "./server.js";

const full = process.env["PROMQL_LINT_FULL"] === "1";
const numRuns = Number(process.env["PROMQL_LABELS_RUNS"] ?? (full ? 10_000 : 1000));

describeLive("labels and matching on a real server", () => {
  let server: LoadedServer;
  beforeAll(async () => (server = await startLoadedServer(randomSeries())), 60_000);
  afterAll(() => server.stop());

  test(
    "what is said of a query is true of its result",
    async () => {
      const seen = { results: 0, returning: 0, never: 0, always: 0, matched: 0 };
      await fc.assert(
        fc.asyncProperty(randomQuery, fc.nat(moments - 1), async (query, moment) => {
          const parsed = parse(query);
          const problems = check(parsed, { prometheus: { features: ["promql-experimental-functions"] } });
          expect(problems, query).toEqual([]);
          if (!parsed.expr) return;

          const branches = labels(parsed.expr);
          if (parsed.expr.kind === "Binary") await expectMatching(parsed.expr, moment, seen);
          const result = await server.query(query, timeOf(moment));
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
        { numRuns, seed: Number(process.env["PROMQL_LABELS_SEED"] ?? 4711) },
      );
      if (process.env["PROMQL_LABELS_RUNS"]) console.log(seen);
      for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(numRuns / 30);
    },
    full ? 1200_000 : 120_000,
  );

  async function expectMatching(node: Binary, moment: number, seen: { matched: number }): Promise<void> {
    const found = matching(node);
    if (!found) return;
    const [left, right] = await Promise.all([
      signatures(node, node.left, moment),
      signatures(node, node.right, moment),
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
  async function signatures(node: Binary, side: Expr, moment: number): Promise<readonly string[] | undefined> {
    const matched = matchedLabels(node);
    const result = await server.query(print(side), timeOf(moment));
    if ("error" in result) return undefined;
    return result.map((series) =>
      JSON.stringify(
        Object.entries(series.labels)
          .filter(([name]) => isMatched(name, matched) === "yes")
          .sort(),
      ),
    );
  }
});

function expectBranch(query: string, branches: readonly Branch[], series: LoadedSeries): void {
  const fits = live(branches).some((branch) => isOf(branch, series));
  expect(fits, `${query} returns ${JSON.stringify(series)}`).toBe(true);
}

/** Whether nothing that is known of a branch contradicts a series. */
function isOf(branch: Branch, { labels: found, value }: LoadedSeries): boolean {
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

/** For each moment a few series at random, of three metrics and three labels that may be there or not. */
function randomSeries(): string {
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
