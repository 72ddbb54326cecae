import fc from "fast-check";
import { expect, test } from "vitest";
import { createStorage, instantQuery, loadExposition } from "../../src/engine/index.js";
import { type Ask, expectLabelsHold, labelledSeries } from "../analysis/label-property.js";
import { engineQuery } from "../live/engine-queries.js";
import { randomQuery } from "../live/random-query.js";

const full = process.env["PROMQL_LINT_FULL"] === "1";
const storage = createStorage();

/** What a vector holds; nothing is said of the labels of other results. */
const ask: Ask = (query, time) => Promise.resolve(answered(query, time));

function answered(query: string, time: number): Awaited<ReturnType<Ask>> {
  const answer = instantQuery(storage, query, time);
  if ("error" in answer) return { error: answer.error.message };
  const { result } = answer;
  if (result.type !== "vector") return { error: `gives a ${result.type}` };
  return result.series.map(({ labels, sample }) => ({ labels, value: sample.value }));
}

test("what is said of the labels of a query is true of what the engine returns", { timeout: 1200_000 }, async () => {
  expect(loadExposition(storage, labelledSeries())).toEqual([]);
  const runs = full ? 100_000 : 3000;
  const queries = fc.oneof({ weight: 2, arbitrary: randomQuery }, { weight: 1, arbitrary: engineQuery });
  const seen = await expectLabelsHold(ask, queries, { runs, seed: full ? Date.now() : 4712 });
  for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(runs / 40);
});
