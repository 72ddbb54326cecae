import { afterAll, beforeAll, expect, test } from "vitest";
import { recommended } from "../../rules/index.js";
import { lint } from "../../src/index.js";
import { connect, serverFacts } from "../../src/prometheus/index.js";
import { promqlLint } from "../cli/command.js";
import { describeLive, type LiveServer, startServer } from "./server.js";

describeLive("linting with a real server", () => {
  let live: LiveServer;
  beforeAll(async () => {
    live = await startServer("running");
  }, 60_000);
  afterAll(() => live.stop());

  /** What is found in a query used for a recording rule, where the server is called `SERVER`. */
  async function found(query: string): Promise<readonly string[]> {
    const { options, notes } = await serverFacts(connect({ url: live.url }), [{ text: query }]);
    expect(notes).toEqual([]);
    const diagnostics = lint(query, { rules: recommended, use: "record", ...options });
    return diagnostics.map(({ code, message, help = "" }) =>
      `${code}: ${message} ${help}`.replaceAll(live.url, "SERVER").trim(),
    );
  }

  test.each<[string, readonly unknown[]]>([
    ['node_cpu_seconds_total{mode="idle"}', []],
    [
      'node_cpu_seconds_total{mode="idel"}',
      ["unknown-label-value: no series of `node_cpu_seconds_total` on SERVER has this value of `mode`"],
    ],
    ["node_laod1", ["unknown-metric: `node_laod1` selects nothing: SERVER has no such series"]],
    [
      'up{job="etcd"}',
      [
        expect.stringMatching(
          /^unknown-label-value: .* has this value of `job` no target of SERVER has the job `etcd`; the values of `job` are /,
        ),
      ],
    ],
    [
      "up / on (job) node_cpu_seconds_total",
      [
        expect.stringMatching(
          /^query-fails-on-server: SERVER fails to evaluate the query: found duplicate series for the match group {job=/,
        ),
        expect.stringMatching(/^missing-group-left: /),
      ],
    ],
    [
      'rate({__name__=~"node_network_(receive|transmit)_bytes_total", job="node"}[30s])',
      [
        "query-fails-on-server: SERVER fails to evaluate the query: vector cannot contain metrics with the same labelset",
      ],
    ],
    [
      "max_over_time(node_load1[60d])",
      ["beyond-retention: the query reads back 60d, and SERVER keeps 15d: the rest is missing in the result"],
    ],
    [
      "rate(node_network_receive_bytes_total[1s])",
      [
        expect.stringMatching(/^returns-nothing: /),
        expect.stringMatching(
          /^short-rate-window: with a scrape every 1s .* see SERVER\/targets for the scrape interval$/,
        ),
      ],
    ],
    ["sort_by_label(up, 'job')", [expect.stringMatching(/^experimental: /)]],
  ])("%s", async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  test("a target that went down is the reason, and it is said since when", async () => {
    await live.stopExporter();
    const args = ["lint", "-e", 'node_load1{job="node"}', "--use", "record", "--server", live.url];
    const { status, stdout } = await promqlLint(args);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /`node_load1` has no series on \S+ for \dm, since \d{4}-\d\d-\d\d \d\d:\d\d UTC \[returns-nothing\]/,
    );
    expect(stdout).toMatch(/help: the target `127\.0\.0\.1:\d+` of the job `node` is down: .*connection refused/);
  }, 40_000);
});
