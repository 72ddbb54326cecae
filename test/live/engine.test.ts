import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createStorage } from "../../src/engine/index.js";
import { loadExposition } from "../../src/engine/readers/load-exposition.js";
import { engineQuery } from "./engine-queries.js";
import { engineSeries } from "./engine-series.js";
import { type SeriesServer, startSeriesServer } from "./series-server.js";
import { describeLive } from "./server.js";
import { expectSameAnswer } from "./server-answer.js";

const runs = process.env["PROMQL_LINT_FULL"] ? 5000 : 300;

/** Names are dropped at once, or at the end. */
const modes = [
  { name: "the engine answers as Prometheus does", flags: [], options: {} },
  {
    name: "the engine answers as Prometheus does with delayed name removal",
    flags: ["promql-delayed-name-removal"],
    options: { delayedNameRemoval: true },
  },
];

for (const { name, flags, options } of modes)
  describeLive(name, () => {
    const end = 1_750_000_000;
    const text = engineSeries(end);
    const storage = createStorage();
    let server: SeriesServer;
    beforeAll(async () => {
      expect(loadExposition(storage, text)).toEqual([]);
      server = await startSeriesServer(text, ["promql-experimental-functions", ...flags]);
    }, 60_000);
    afterAll(() => server.stop());

    test("instant queries", { timeout: 600_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(engineQuery, fc.integer({ min: 0, max: 3600 }), async (query, back) => {
          await expectSameAnswer(server.url, storage, { query, time: end - back }, options);
        }),
        { numRuns: runs },
      );
    });

    test("range queries", { timeout: 600_000 }, async () => {
      const range = fc.record({ back: fc.integer({ min: 60, max: 4000 }), step: fc.constantFrom(15, 60, 7, 300) });
      await fc.assert(
        fc.asyncProperty(engineQuery, range, async (query, { back, step }) => {
          await expectSameAnswer(server.url, storage, { query, start: end - back, end, step }, options);
        }),
        { numRuns: runs },
      );
    });
  });
