import { describe, expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { lint } from "../../src/lint/lint.js";
import { countSteps, type Steps, total } from "./counted-steps.js";
import { deepQueries, longQueries } from "./long-queries.js";

/** Twice the length may take a little more than twice the steps: sorting, searching. */
const most = 2.3;

describe("twice as long a query takes twice as many steps of all rules", () => {
  test.each(Object.entries(longQueries))("%s", async (_, query) => expectLinear(query, 300));
  test.each(Object.entries(deepQueries))("deep: %s", async (_, query) => expectLinear(query, 150));
});

async function expectLinear(query: (count: number) => string, count: number): Promise<void> {
  const [short, long] = [query(count), query(2 * count)];
  for (const text of [short, long]) lint(text, { rules: all });
  const [once, twice] = [await stepsFor(short), await stepsFor(long)];
  expect(total(once)).toBeGreaterThan(count);
  expect(total(twice) / total(once), `most of it is due to ${growth(once, twice)}`).toBeLessThan(most);
}

/** A text that differs from those seen, so that nothing is remembered of it. */
function stepsFor(text: string): Promise<Steps> {
  return countSteps(() => void lint(`${text} `, { rules: all, settings: { scrapeInterval: 30 } }));
}

/** What grows more than the text, the worst first. */
function growth(once: Steps, twice: Steps): string {
  const extra = ([name, count]: readonly [string, number]) => count - 2 * (once.get(name) ?? 0);
  const worst = [...twice].toSorted((a, b) => extra(b) - extra(a)).slice(0, 5);
  return worst.map(([name, count]) => `${name}: ${once.get(name) ?? 0}, then ${count}`).join("; ");
}
