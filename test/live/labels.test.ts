import { afterAll, beforeAll, expect, test } from "vitest";
import { expectLabelsHold, labelledSeries } from "../analysis/label-property.js";
import { type LoadedServer, startLoadedServer } from "./loaded-server.js";
import { randomQuery } from "./random-query.js";
import { describeLive } from "./server.js";

const full = process.env["PROMQL_LINT_FULL"] === "1";
const runs = Number(process.env["PROMQL_LABELS_RUNS"] ?? (full ? 10_000 : 1000));
const seed = Number(process.env["PROMQL_LABELS_SEED"] ?? 4711);

describeLive("labels and matching on a real server", () => {
  let server: LoadedServer;
  beforeAll(async () => (server = await startLoadedServer(labelledSeries())), 60_000);
  afterAll(() => server.stop());

  test(
    "what is said of a query is true of its result",
    async () => {
      const seen = await expectLabelsHold(server.query, randomQuery, { runs, seed });
      if (process.env["PROMQL_LABELS_RUNS"]) console.log(seen);
      for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(runs / 30);
    },
    full ? 1200_000 : 120_000,
  );
});
