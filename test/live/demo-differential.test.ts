import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDemo } from "../../src/demo/demo.js";
import { demoSeries } from "../../src/demo/sample.js";
import { openMetricsText } from "../../src/demo/text.js";
import { check } from "../../src/check/check.js";
import { createStorage } from "../../src/engine/index.js";
import { labelsOf } from "../../src/engine/labels.js";
import { catalogueQueries, demoMoments, demoQuery, documentedQueries } from "./demo-queries.js";
import { type SeriesServer, startSeriesServer } from "./series-server.js";
import { askServer, expectSameAnswer } from "./server-answer.js";
import { describeLive } from "./server.js";

const full = Boolean(process.env["PROMQL_LINT_FULL"]);
const now = Date.UTC(2026, 0, 15, 12);
const end = now / 1000;

describeLive("the engine answers of the demo cluster as Prometheus does", () => {
  const hours = full ? {} : { recentHours: 0.25, olderHours: 1.6 };
  const demo = createDemo({ now, ...hours });
  const series = [...demoSeries(demo)];
  const moments = demoMoments(demo);
  const storage = createStorage();
  let server: SeriesServer;
  beforeAll(async () => {
    for (const { labels, times, values } of series) storage.add(labelsOf(labels), times, values);
    server = await startSeriesServer(openMetricsText(series), ["promql-experimental-functions"]);
  }, 600_000);
  afterAll(() => server.stop());

  test("queries of the catalogue and of the incidents", { timeout: 600_000 }, async () => {
    const queries = [...(await catalogueQueries()), ...demo.incidents.flatMap((incident) => incident.queries)];
    let returning = 0;
    for (const [k, query] of queries.entries()) {
      const outcomes = [];
      const near = full ? moments : moments.slice(k % moments.length).slice(0, 1);
      for (const time of [end, ...near.flatMap((moment) => [moment - 1, moment + 20])])
        outcomes.push(await expectSameAnswer(server.url, storage, { query, time }));
      const start = demo.cluster.clock.start / 1000;
      outcomes.push(await expectSameAnswer(server.url, storage, { query, start, end, step: 30 }));
      if (outcomes.some((each) => each && "series" in each && each.series.length > 0)) returning++;
    }
    expect(returning, "all but those of alerts that have nothing to tell").toBeGreaterThan(queries.length * 0.7);
  });

  test("queries of the documentation", { timeout: 600_000 }, async () => {
    for (const query of documentedQueries()) {
      if (!isReadByServer(query)) {
        expect(await askServer(server.url, { query, time: end }), query).toEqual({ error: "rejected" });
        continue;
      }
      await expectSameAnswer(server.url, storage, { query, time: end - 17 });
      await expectSameAnswer(server.url, storage, { query, start: end - 3600, end, step: 30 });
    }
  });

  test("generated queries", { timeout: 3_600_000 }, async () => {
    const time = fc.oneof(
      fc.integer({ min: demo.cluster.clock.start / 1000, max: end }),
      fc.tuple(fc.constantFrom(...moments), fc.integer({ min: -30, max: 60 })).map(([moment, later]) => moment + later),
    );
    const range = fc.record({ minutes: fc.integer({ min: 1, max: 60 }), step: fc.constantFrom(15, 60, 7, 300) });
    await fc.assert(
      fc.asyncProperty(demoQuery(series), time, range, async (query, at, { minutes, step }) => {
        await expectSameAnswer(server.url, storage, { query, time: at });
        await expectSameAnswer(server.url, storage, { query, start: at - 60 * minutes, end: at, step });
      }),
      { numRuns: full ? 5000 : 300 },
    );
  });
});

/** Pages show what later versions brought and what needs a feature flag that this server does not have. */
function isReadByServer(query: string): boolean {
  const found = check(query, { prometheus: { version: "3.5", features: ["promql-experimental-functions"] } });
  return !found.some(({ severity, evaluation }) => severity === "error" && !evaluation);
}
