import { afterAll, beforeAll, expect, test } from "vitest";
import { promqlLint } from "../cli/command.js";
import { engineSeries } from "./engine-series.js";
import { type SeriesServer, startSeriesServer } from "./series-server.js";
import { describeLive } from "./server.js";

describeLive("promql-lint query --server asks a real server", () => {
  const end = 1_750_000_000;
  let server: SeriesServer;
  beforeAll(async () => {
    server = await startSeriesServer(process.env["PROMQL_PROMETHEUS_BIN"] ?? "", engineSeries(end));
  }, 60_000);
  afterAll(() => server.stop());

  const query = (text: string, ...flags: string[]) => promqlLint(["query", text, "--server", server.url, ...flags]);

  test.each([
    '{__name__=~".+"}',
    'count by (__name__) ({__name__=~".+"})',
    'rate({__name__=~".+"}[5m])',
    '{__name__=~".+"}[2m]',
    "vector(0) / 0",
    "-1e-9",
    '"a text"',
  ])("and JSON is what it answers: %s", async (text) => {
    const instant = await query(text, "--time", String(end), "-f", "json");
    expect(JSON.parse(instant.stdout)).toEqual(await ask("query", { query: text, time: String(end) }));
    if (text.endsWith("[2m]") || text.startsWith('"')) return;
    const range = await query(text, "--start", String(end - 600), "--end", String(end), "--step", "30s", "-f", "json");
    const asked = { query: text, start: String(end - 600), end: String(end), step: "30" };
    expect(JSON.parse(range.stdout)).toEqual(await ask("query_range", asked));
  });

  test("and the server is asked why there is nothing", async () => {
    const { status, stdout } = await query("up_and_away", "--time", String(end));
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
