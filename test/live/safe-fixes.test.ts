import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { applyEdits, fix } from "../../src/lint/fix.js";
import { lint } from "../../src/lint/lint.js";
import { rulesWithSafeFixes } from "../engine/rules-with-safe-fixes.js";
import { isObject } from "../../src/prometheus/shape.js";
import { describeLive } from "./server.js";
import { type SeriesServer, startSeriesServer } from "./series-server.js";
import { seriesText, smellyQuery } from "./smelly-queries.js";

describeLive("safe fixes keep the result", () => {
  const time = Math.floor(Date.now() / 1000) - 3600;
  const tried = new Map<string, number>();
  let server: SeriesServer;
  beforeAll(async () => {
    server = await startSeriesServer(seriesText(time));
  }, 60_000);
  afterAll(() => server.stop());

  test("of generated queries over generated series", { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(smellyQuery, async (query) => {
        const found = lint(query, { rules: all }).filter(({ code }) => all.some(({ id }) => id === code));
        const safe = found.flatMap(({ code, fixes = [] }) => fixes.map((each) => ({ code, ...each })));
        const before = await answer(query);
        for (const { code, safety, edits } of safe) {
          if (safety !== "safe") continue;
          const after = applyEdits(query, edits);
          tried.set(code, (tried.get(code) ?? 0) + 1);
          expect(await answer(after), `${code}: ${after}`).toEqual(before);
        }
        const fixed = fix(query, { rules: all });
        if (fixed.text !== query && safe.length > 0) expect(await answer(fixed.text), fixed.text).toEqual(before);
      }),
      { numRuns: process.env["PROMQL_LINT_FULL"] ? 20_000 : 600 },
    );
  });

  test("and every rule on queries that has safe fixes took part: `smellyQuery` writes what it finds", () => {
    const withSafeFixes = rulesWithSafeFixes();
    const onQueries = new Set(all.flatMap(({ id, subject }) => (subject === "query" ? [id] : [])));
    expect(withSafeFixes.length).toBeGreaterThan(0);
    expect(withSafeFixes.filter((id) => onQueries.has(id) && !tried.has(id))).toEqual([]);
  });

  /** The result at the time of the newest samples, in an order of its own; or what kind of error there is. */
  async function answer(query: string): Promise<unknown> {
    const body = new URLSearchParams({ query, time: String(time) });
    const response = await fetch(`${server.url}/api/v1/query`, { method: "POST", body });
    const json: unknown = await response.json();
    if (!isObject(json)) throw new Error(`the server answers ${JSON.stringify(json)}`);
    if (json["status"] !== "success") return { error: json["errorType"] };
    const { data } = json;
    const result = isObject(data) ? data["result"] : undefined;
    return Array.isArray(result) ? result.map((series) => JSON.stringify(series)).sort() : data;
  }
});
