import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDemo } from "../../src/demo/demo.js";
import { demoSeries } from "../../src/demo/sample.js";
import { openMetricsText } from "../../src/demo/text.js";
import { parse } from "../../src/syntax/parse.js";
import { walk } from "../../src/syntax/walk.js";
import { type LoadedServer, startLoadedServer } from "./loaded-server.js";
import { describeLive } from "./server.js";

const now = Date.UTC(2026, 0, 15, 12);

describeLive("the demo cluster on a real server", () => {
  describe("the incidents", () => {
    const demo = createDemo({ now, olderHours: 8 });
    const queries = demo.incidents.flatMap((incident) => incident.queries.map((query) => [query, incident] as const));
    let server: LoadedServer;
    beforeAll(async () => {
      const asked = new Set(queries.flatMap(([query]) => metricsIn(query)));
      const all = [...demoSeries(demo)].filter(({ labels }) =>
        labels.some(([name, value]) => name === "__name__" && asked.has(value)),
      );
      server = await startLoadedServer(openMetricsText(all));
    }, 120_000);
    afterAll(() => server.stop());

    test.each(queries)(
      "%s has a result during the incident, and none before",
      async (query, { since, until = now }) => {
        expect(await server.query(query, until / 1000)).toContainEqual({
          labels: expect.anything() as unknown,
          value: expect.any(Number) as unknown,
        });
        expect(await server.query(query, since / 1000 - 300)).toEqual([]);
      },
    );
  });

  test("every series is there", async () => {
    const all = [...demoSeries(createDemo({ now, recentHours: 0.05, olderHours: 0 }))];
    const server = await startLoadedServer(openMetricsText(all));
    try {
      const counted = await server.query('count(last_over_time({__name__!=""}[10m]))', now / 1000);
      expect(counted).toEqual([{ labels: {}, value: all.length }]);
    } finally {
      await server.stop();
    }
  });
});

function metricsIn(query: string): string[] {
  const { expr } = parse(query);
  return expr
    ? [...walk(expr)].flatMap((node) => (node.kind === "VectorSelector" && node.metric ? [node.metric.text] : []))
    : [];
}
