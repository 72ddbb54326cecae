import { describe, expect, test } from "vitest";
import { api, type Pages } from "../prometheus/api.js";
import { closedPort, type FakeAnswer, serve, serveAlways } from "../prometheus/fake-server.js";
import { shopServer } from "../prometheus/shop-server.js";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

const shop = shopServer();
const pages: Pages = {
  build: { version: "2.45.0", revision: "8be3a94" },
  flags: { "enable-feature": "" },
  runtime: { storageRetention: "10d" },
  config: "global:\n  scrape_interval: 1m\n  evaluation_interval: 1m\n",
};

/** The shop over HTTP, and the lines that linting with it prints, where it is called `SERVER`. */
async function linted(args: readonly string[], options: { cwd?: string; given?: Pages; input?: string } = {}) {
  const { url, seen } = await serve(api(shop, options.given ?? pages));
  const { status, stdout, stderr } = await promqlLint(["lint", ...args, "--server", url, "-f", "compact"], {
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    ...(options.input !== undefined && { input: options.input }),
  });
  const named = (text: string) => text.replaceAll(url, "SERVER").split("\n").filter(Boolean);
  return { status, lines: named(stdout), notes: named(stderr), seen };
}

test("what a server knows is found", async () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "a value",
      'sum(orders_total{kind="boook"}) > 1',
      "warning: no series of `orders_total` on SERVER has this value of `kind`",
    ],
    ["a metric", "orders_totl", "warning: `orders_totl` selects nothing: SERVER has no such series"],
    [
      "a metric that was there",
      "db_rows",
      "warning: `db_rows` has no series on SERVER for 2h, since 2026-03-02 10:00 UTC",
    ],
    [
      "an error of the evaluation",
      "shop_open / on (job) up",
      "error: SERVER fails to evaluate the query: multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)",
    ],
    [
      "no match",
      "shop_open - orders_total",
      "info: the query returns nothing on SERVER now, though each of its selectors has series there",
    ],
    [
      "the retention",
      "avg_over_time(up[12d])",
      "warning: the query reads back 12d, and SERVER keeps 10d: the rest is missing in the result",
    ],
    [
      "the cost",
      "max_over_time(max_over_time(up[5d])[5d:1m])",
      "info: an evaluation reads about 100,000,000 samples of 2 series on SERVER",
    ],
    ["a type", "rate(shop_open[1h])", "error: `rate()` reads every drop of the gauge `shop_open` as a counter reset"],
    [
      "a scrape interval",
      'rate(orders_total{job="api"}[90s])',
      "error: with a scrape every 1m the range holds a single sample at times, so `rate()` has gaps",
    ],
    [
      "a version",
      "sum_over_time(up[5m]) and mad_over_time(up[5m])",
      "error: `mad_over_time()` came with Prometheus 2.49.0, and the query is for 2.45.0",
    ],
  ];
  const rules = cases.map(([, query], k) => `  - record: r${k}\n    expr: |\n      ${query}\n`);
  const { lines } = await linted(["-"], { input: `groups:\n- name: g\n  rules:\n${rules.join("")}` });
  const findings = lines.map((line) => /^\S+?:(?<line>\d+):\d+: (?<message>.*) \[[\w-]+\]$/.exec(line)?.groups);
  expect(findings).toEqual(cases.map(([, , message], k) => ({ line: String(6 + 3 * k), message })));
});

describe("files", () => {
  test("are asked about together, once, whatever they hold", async () => {
    const cwd = folderWith({
      "a.yml": recording('sum(orders_total{kind="boook"})'),
      "b.yml": recording('sum(orders_total{kind="boook"}) + recorded'),
      "c.md": '```promql\nr{job="api"}\n```\n',
    });
    const { status, lines, notes, seen } = await linted(["."], { cwd });
    expect(lines.map((line) => line.replace(/: .*\[/, " ["))).toEqual([
      "a.yml:5:33 [unknown-label-value]",
      "b.yml:5:33 [unknown-label-value]",
      "b.yml:5:43 [unmatched-grouping]",
      "b.yml:5:45 [unknown-metric]",
    ]);
    expect([status, notes]).toEqual([0, []]);
    expect(seen).toHaveLength(12);
  });

  test("are fixed by what the server knows", async () => {
    const cwd = folderWith({ "a.yml": recording('orders_total{kind="boook"}') });
    expect(await linted(["a.yml", "--fix-review"], { cwd })).toMatchObject({ status: 0, lines: [] });
    expect((await linted(["a.yml", "--diff"], { cwd })).lines).toEqual([]);
  });

  test("are linted anew though there is a cache", async () => {
    const cwd = folderWith({ "a.yml": recording('orders_total{kind="boook"}') });
    await promqlLint(["lint", "--cache", "a.yml"], { cwd });
    expect((await linted(["--cache", "a.yml"], { cwd })).lines).toHaveLength(1);
    expect((await promqlLint(["lint", "--cache", "a.yml"], { cwd })).stdout).toBe("");
  });

  test("and a server of the configuration, by its name", async () => {
    const { url } = await serve(api(shop, pages));
    const cwd = folderWith({
      ".promql-lintrc.yaml": `servers: { shop: { url: "${url}" } }`,
      "a.yml": recording("nothing_such"),
    });
    const { status, stdout } = await promqlLint(["lint", "a.yml", "--server", "shop", "-f", "compact"], { cwd });
    expect([status, stdout]).toEqual([0, expect.stringContaining(`${url} has no such series`)]);
  });
});

describe("a server that lacks something", () => {
  test("is asked for the rest, and a line says what is missing", async () => {
    const { status, lines, notes } = await linted(["-e", 'orders_total{kind="boook"}'], { given: {} });
    expect([status, lines.length]).toEqual([0, 1]);
    expect(notes).toEqual([
      "promql-lint: SERVER: no version, so that of the server is not known: the server has no such page (HTTP 404)",
      "promql-lint: SERVER: no flags, so features of the language and the retention are not known: the server has no such page (HTTP 404)",
      "promql-lint: SERVER: no configuration, so intervals are not known: the server has no such page (HTTP 404)",
    ]);
  });

  test.each<[string, FakeAnswer | undefined, RegExp]>([
    ["refuses access", { status: 401 }, /refuses access \(HTTP 401\)/],
    ["answers with a page", { body: "<html>" }, /does not speak Prometheus' API/],
    ["is overloaded", { status: 503 }, /is not available \(HTTP 503\)/],
    ["redirects", { status: 302, headers: { location: "http://127.0.0.1:1/" } }, /redirects/],
    ["answers broken JSON", { body: '{"status": "succ' }, /other or broken JSON/],
  ])("all of it, since it %s: the rest is linted, and the status is 3", async (_, answer, reason) => {
    const { url } = await serveAlways(answer ?? {});
    const { status, stdout, stderr } = await promqlLint(["lint", "-e", "rate(node_load1[5m])", "--server", url]);
    expect([status, stdout]).toEqual([3, expect.stringContaining("[rate-over-gauge]")]);
    expect(stderr).toMatch(/^promql-lint: linted without the server: /);
    expect(stderr).toMatch(reason);
  });

  test("is not there", async () => {
    const url = await closedPort();
    const args = ["lint", "-e", "up", "--server", url, "-f", "json", "--exit-zero"];
    const { status, stdout, stderr } = await promqlLint(args);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { errors: 0 } });
    expect([status, stderr]).toEqual([
      3,
      `promql-lint: linted without the server: cannot reach ${url} (ECONNREFUSED): nothing listens there; start the server, or check host and port\n`,
    ]);
  });

  test("hangs", async () => {
    const { url, seen } = await serve(() => undefined);
    const { status, stderr } = await promqlLint(["lint", "-e", "up", "--server", url, "--timeout", "2"]);
    expect([status, stderr]).toEqual([3, expect.stringContaining("did not answer within 2 s")]);
    expect(seen.length).toBe(1);
  });
});

test("a server's words cannot steer the terminal", async () => {
  const { url } = await serve(async (request) => {
    const answer = await api(shop, pages)(request);
    return {
      ...answer,
      body: answer.body?.replaceAll("refused", "\\u001b[2J").replaceAll('"book"', '"bo\\u001bok"') ?? "",
    };
  });
  const queries = ["-e", 'db_rows{job="db"}', "-e", 'orders_total{kind="x"}'];
  const { stdout } = await promqlLint(["lint", ...queries, "--server", url]);
  expect(stdout).toContain("[2J");
  expect(stdout).not.toContain("\u001b");
});

test("how a server is asked means nothing without one", async () => {
  const { status, stderr } = await promqlLint(["lint", "-e", "up", "--tls-ca", "ca.pem"]);
  expect([status, stderr]).toEqual([2, expect.stringContaining("add `--server`")]);
});
