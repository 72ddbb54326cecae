import { afterAll, beforeAll, expect, test } from "vitest";
import { createStorage } from "../../src/engine/index.js";
import { loadExposition } from "../../src/engine/readers/load-exposition.js";
import { engineSeries } from "./engine-series.js";
import { type SeriesServer, startSeriesServer } from "./series-server.js";
import { askEngine, type Asked, askServer, firstDifference } from "./server-answer.js";
import { describeLive } from "./server.js";
import { versionDifferences } from "./version-differences.js";

const text = engineSeries(1_750_000_000);
const storage = createStorage();
loadExposition(storage, text);

const modes = [
  { delayed: undefined, features: ["promql-experimental-functions"] },
  { delayed: true, features: ["promql-experimental-functions", "promql-delayed-name-removal"] },
] as const;

for (const { delayed, features } of modes)
  describeLive(`Prometheus 3.5 with ${features.join(" and ")} differs from the engine in that with 3.14`, () => {
    let server: SeriesServer;
    beforeAll(async () => {
      server = await startSeriesServer(text, features);
    }, 60_000);
    afterAll(() => server.stop());

    test.each(versionDifferences.filter((each) => each.delayed === delayed))(
      "$name",
      async ({ example: { asked, older, newer }, concerns, explains, forgets }) => {
        const [mine, others, wanted, found] = await differing(server.url, asked, delayed ?? false);
        expect(mine).toEqual(typeof newer === "string" ? newer : expect.stringMatching(newer));
        expect(others).toEqual(typeof older === "string" ? older : expect.stringMatching(older));
        const isForgotten = [undefined, forgets?.(others)].includes(forgets?.(mine));
        expect(concerns?.(asked) ?? explains?.(wanted, found) ?? isForgotten).toBe(true);
      },
    );
  });

/** Prometheus 3.5 does not always give the same answer, so that it may have to be asked again. */
async function differing(url: string, asked: Asked, delayedNameRemoval: boolean) {
  const found = askEngine(storage, asked, { delayedNameRemoval });
  for (let trial = 0; trial < 100; trial++) {
    const wanted = await askServer(url, asked);
    const lines = firstDifference(found, wanted);
    if (lines) return [...lines, wanted, found] as const;
  }
  throw new Error(`there is no difference: ${JSON.stringify(found)}`);
}
