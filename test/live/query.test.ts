import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "../../src/prometheus/index.js";
import { answerJson } from "../../src/results/json.js";
import { promqlLint } from "../cli/command.js";
import { engineSeries } from "./engine-series.js";
import { type SeriesServer, startSeriesServer } from "./series-server.js";
import { describeLive } from "./server.js";

describeLive("promql-lint query --server asks a real server", () => {
  const end = 1_750_000_000;
  let server: SeriesServer;
  beforeAll(async () => {
    server = await startSeriesServer(engineSeries(end));
  }, 60_000);
  afterAll(() => server.stop());

  test.each([
    '{__name__=~".+"}',
    'count by (__name__) ({__name__=~".+"})',
    '{__name__=~".+"}[2m]',
    "vector(0) / 0",
    "-1e-9",
    '"a text"',
  ])("and JSON is what it answers: %s", async (text) => {
    const client = connect({ url: server.url });
    const [start, now] = [new Date((end - 600) * 1000), new Date(end * 1000)];
    const instant: unknown = JSON.parse(answerJson(await client.instantQuery(text, now)));
    expect(instant).toEqual(await ask("query", { query: text, time: String(end) }));
    if (text.endsWith("[2m]") || text.startsWith('"')) return;
    const range: unknown = JSON.parse(answerJson(await client.rangeQuery(text, start, now, 30)));
    const asked = { query: text, start: String(end - 600), end: String(end), step: "30" };
    expect(range).toEqual(await ask("query_range", asked));
  });

  test.each([
    ["vector(1)", 0],
    ['rate({__name__=~".+"}[5m])', 1],
  ])("and prints it: %s, with status %i", async (text, expected) => {
    const times = ["--start", String(end - 600), "--end", String(end), "--step", "30s"];
    const { status, stdout } = await promqlLint(["query", text, "--server", server.url, ...times, "-f", "json"]);
    const asked = { query: text, start: String(end - 600), end: String(end), step: "30" };
    expect([status, JSON.parse(stdout)]).toEqual([expected, await ask("query_range", asked)]);
  });

  test("and the server is asked why there is nothing", async () => {
    const { status, stdout } = await promqlLint([
      "query",
      "up_and_away",
      "--server",
      server.url,
      "--time",
      String(end),
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^0 series at .*\n\n(?:why: there is no metric `up_and_away`|warning: `up_and_away` selects nothing)/,
    );
  });

  async function ask(endpoint: string, parameters: Readonly<Record<string, string>>): Promise<unknown> {
    const response = await fetch(`${server.url}/api/v1/${endpoint}?${new URLSearchParams(parameters).toString()}`);
    return response.json();
  }
});
