import { describe, expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { lint } from "../../src/lint/lint.js";
import { countSteps, type Steps, total } from "./counted-steps.js";
import { deepQueries, longQueries } from "./long-queries.js";

/** With a square it is 16 times. What is remembered may not suffice for a longer query, and is then worked out once more. */
const most = 12;

/** How often a block has to run for each part of the query to be looked at. */
const often = 4;

describe("a query that is four times as long takes about four times as many steps of all rules", () => {
  test.each(Object.entries(longQueries))("%s", async (_, query) => expectLinear(query, 200));
  test.each(Object.entries(deepQueries))("deep: %s", async (_, query) => expectLinear(query, 100));
});

async function expectLinear(query: (count: number) => string, count: number): Promise<void> {
  const [short, long] = [query(count), query(4 * count)];
  for (const text of [short, long]) lint(text, { rules: all });
  const [once, fourfold] = [await stepsFor(short), await stepsFor(long)];
  expect(total(once)).toBeGreaterThan(count);
  expect(growing(once, fourfold, 4 * often * count)).toEqual([]);
}

/** A text that differs from those seen, so that nothing is remembered of it. */
function stepsFor(text: string): Promise<Steps> {
  return countSteps(() => void lint(`${text} `, { rules: all, settings: { scrapeInterval: 30 } }));
}

/** The blocks that run far more than four times as often, the worst first. */
function growing(once: Steps, fourfold: Steps, least: number): readonly string[] {
  return [...fourfold]
    .filter(([name, count]) => count > least && count > most * (once.get(name) ?? 0))
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name}: ${once.get(name) ?? 0} times, then ${count}`)
    .slice(0, 5);
}
