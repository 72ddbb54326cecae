import { describe, expect, test } from "vitest";
import type { EmbeddedServer } from "../../src/embedded/embedded-server.js";
import { connect, type FactsServer, PrometheusError, serverFacts } from "../../src/prometheus/index.js";
import { factsSession } from "../../src/prometheus/server-facts/index.js";
import { api, type Pages } from "./api.js";
import { failure, serve } from "./fake-server.js";
import { shopNow, shopServer } from "./shop-server.js";

const shop = shopServer();

/** What the shop tells of some queries. */
async function facts(...queries: string[]) {
  const { options } = await serverFacts(
    shop,
    queries.map((text) => ({ text })),
  );
  return options.server;
}

/** The shop, the queries that it is sent, and what may go wrong with one. */
function watched(fails: (query: string) => PrometheusError | undefined = () => undefined) {
  const asked: string[] = [];
  const server: EmbeddedServer = {
    ...shop,
    instantQuery(query) {
      asked.push(query);
      const error = fails(query);
      return error ? Promise.reject(error) : shop.instantQuery(query);
    },
  };
  return { server, asked };
}

describe("a selector", () => {
  test("that gives series is counted", async () => {
    const { count, time } = await facts("sum(rate(orders_total{job='api'}[5m]))");
    expect([count('orders_total{job="api"}'), time]).toEqual([2, shopNow / 1000]);
  });

  test("that gives none is taken apart, and the values of the label are asked for", async () => {
    const { count, values, lastSeen } = await facts('orders_total{job="api", kind="bok"}');
    expect(count('orders_total{job="api",kind="bok"}')).toBe(0);
    expect(count('orders_total{job="api"}')).toBe(2);
    expect(count('orders_total{kind="bok"}')).toBe(0);
    expect(values("orders_total", "kind")).toEqual(["book", "game"]);
    expect(lastSeen('orders_total{kind="bok"}')).toBe("never");
  });

  test("that gave some is said to have, to within a few minutes", async () => {
    const { lastSeen } = await facts('orders_total{kind="film"}', "db_rows");
    const age = (selection: string) => (shopNow / 1000 - Number(lastSeen(selection))) / 60;
    expect(age('orders_total{kind="film"}')).toBeCloseTo(5 * 60, -1);
    expect(age("db_rows")).toBeCloseTo(2 * 60, -1);
  });

  test("of a metric that is not stored is no question", async () => {
    const { server, asked } = watched();
    const { options } = await serverFacts(server, [{ text: 'missing{a="b"}' }]);
    expect(options.server.isStored("missing")).toBe(false);
    const times = asked.join("\n").split('missing{a="b"}').length - 1;
    expect([times, asked.join("\n").includes("count(missing)")]).toEqual([1, false]);
  });
});

describe("a query", () => {
  test.each<[string, unknown]>([
    ["orders_total", { series: 2 }],
    ["orders_total[5m]", { series: 2 }],
    ["max_over_time(shop_open[1h:5m])", { series: 2 }],
    ["1 + 1", { series: 1 }],
    ["orders_total / shop_open", { series: 0 }],
    ["orders_total > 1e9", { series: 0 }],
    ["orders_total # how many", { series: 2 }],
    [
      "shop_open * on (job) orders_total",
      {
        error:
          'found duplicate series for the match group {job="api"} on the right hand-side of the operation; many-to-many matching not allowed: matching labels must be unique on one side',
      },
    ],
    ['"text"', undefined],
    ["sum(", undefined],
    ["max_over_time(orders_total[30d:1ms])", undefined],
  ])("%s", async (query, expected) => {
    expect((await facts(query, "up")).outcome(query)).toEqual(expected);
  });

  test("with a variable is not evaluated, and its selectors are asked for without it", async () => {
    const { options } = await serverFacts(shop, [
      { text: 'orders_total{kind="$kind", job="api"}', variables: "grafana" },
    ]);
    expect(options.server.outcome('orders_total{kind="$kind", job="api"}')).toBeUndefined();
    expect(options.server.count('orders_total{job="api"}')).toBe(2);
  });
});

test("types and names come from the server, and the rest from the tables", async () => {
  const { options } = await serverFacts(shop, []);
  const { metric, missing } = options.metrics;
  expect(metric("orders_total")).toMatchObject({ type: "counter", help: "Orders.", source: "the shop" });
  expect(metric("node_load1")).toMatchObject({ type: "gauge" });
  expect([missing?.("node_load1"), missing?.("up")]).toEqual(["the shop", undefined]);
});

describe("many questions", () => {
  const queries = Array.from({ length: 1000 }, (_, k) => ({
    text: `sum by (kind) (rate(orders_total{job="api", kind=~"b.*|${k}"}[5m])) > ${k}`,
  }));

  test("of 1,000 queries are 51 requests, four at a time", async () => {
    let now = 0;
    let most = 0;
    const { server, asked } = watched();
    const slowly: FactsServer = {
      ...server,
      async instantQuery(query) {
        now += 1;
        most = Math.max(most, now);
        const answer = await server.instantQuery(query);
        now -= 1;
        return answer;
      },
    };
    const { options, notes } = await serverFacts(slowly, queries);
    expect(notes).toEqual([]);
    expect(options.server.outcome(queries[7]?.text ?? "")).toEqual({ series: 0 });
    expect(asked.length).toBe(51);
    expect(Math.max(...asked.map(({ length }) => length))).toBeLessThan(8000);
    expect(most).toBe(4);
  });

  test("of 1,000 queries that select nothing, each for a reason of its own, are 153 requests", async () => {
    const { server, asked } = watched();
    const { options, notes } = await serverFacts(
      server,
      Array.from({ length: 1000 }, (_, k) => ({ text: `sum(rate(orders_total{job="api", kind="none${k}"}[10m]))` })),
    );
    expect(notes).toEqual([]);
    expect(options.server.lastSeen('orders_total{kind="none7"}')).toBe("never");
    expect(asked.length).toBe(153);
  });

  test("are not asked again in a session", async () => {
    const { server, asked } = watched();
    const session = await factsSession(server);
    await session.learn(queries.slice(0, 50));
    const before = asked.length;
    await session.learn(queries.slice(0, 50));
    expect(asked.length).toBe(before);
  });

  test("beyond the limit are left out, which is said", async () => {
    const { server, asked } = watched();
    const { notes } = await serverFacts(server, queries, { maxRequests: 10 });
    expect(asked.length).toBe(10);
    expect(notes).toEqual([expect.stringMatching(/^the shop: \d+ questions not asked: enough for one run$/)]);
  });

  test("are answered, but for the one that fails", async () => {
    const { server, asked } = watched((query) =>
      query.includes("== 3") ? new PrometheusError("execution", "failed", { serverSays: "too bad" }) : undefined,
    );
    const { options } = await serverFacts(
      server,
      Array.from({ length: 16 }, (_, k) => ({ text: `up == ${k}` })),
    );
    expect(options.server.outcome("up == 3")).toEqual({ error: "too bad" });
    expect(options.server.outcome("up == 1")).toEqual({ series: 1 });
    expect(options.server.outcome("up == 15")).toEqual({ series: 0 });
    expect(asked.length).toBeLessThan(20);
  });

  test("the words of VictoriaMetrics are told without the query that was sent", async () => {
    const serverSays =
      'error when executing query="count(up * up)" for (time=1, step=2): cannot evaluate "up * up": duplicate time series on the left side';
    const { server } = watched((query) =>
      query.includes("up * up") ? new PrometheusError("execution", "failed", { serverSays }) : undefined,
    );
    const { options } = await serverFacts(server, [{ text: "up * up" }]);
    expect(options.server.outcome("up * up")).toEqual({ error: "duplicate time series on the left side" });
  });

  test("end after three that find no answer in time", async () => {
    const { server, asked } = watched(() => new PrometheusError("timeout", "the shop did not answer"));
    const { options, notes } = await serverFacts(server, queries);
    expect(asked.length).toBeLessThanOrEqual(6);
    expect(notes).toEqual([expect.stringMatching(/^the shop: \d+ questions not asked: no answer in time$/)]);
    expect(options.server.count("up")).toBeUndefined();
  });
});

describe("a server over HTTP", () => {
  const pages: Pages = {
    build: { version: "3.5.0", revision: "8be3a94" },
    flags: { "enable-feature": "native-histograms,promql-experimental-functions", "storage.tsdb.retention.time": "0s" },
    runtime: { storageRetention: "10d or 5GiB" },
    config: "global:\n  scrape_interval: 30s\n  evaluation_interval: 20s\nscrape_configs: []\n",
  };
  const learn = async (given: Pages) => {
    const { url, seen } = await serve(api(shop, given));
    const learned = await serverFacts(connect({ url, retries: 0 }), [{ text: "up" }]);
    return { ...learned, url, seen };
  };

  test("tells version, features, retention and intervals", async () => {
    const { options, notes, url } = await learn(pages);
    expect(notes).toEqual([]);
    expect(options.prometheus).toEqual({ version: "3.5.0", features: ["promql-experimental-functions"] });
    expect(options.server).toMatchObject({ server: url, retention: 864_000, evaluationInterval: 20 });
    expect(options.settings.scrapeIntervals).toEqual({
      byJob: new Map(["api", "db"].map((job) => [job, { seconds: 60, from: `${url}/targets` }])),
      shortest: { seconds: 30, from: `${url}/config` },
    });
  });

  test("that has none of it is asked for the rest, and a line says what is not known", async () => {
    const { options, notes, url } = await learn({});
    expect(notes).toEqual([
      `${url}: no version, so that of the server is not known: the server has no such page (HTTP 404)`,
      `${url}: no flags, so features of the language and the retention are not known: the server has no such page (HTTP 404)`,
      `${url}: no configuration, so intervals are not known: the server has no such page (HTTP 404)`,
    ]);
    expect([options.prometheus, options.server.retention]).toEqual([undefined, undefined]);
    expect(options.server.count("up")).toBe(2);
  });

  test.each<[string, Pages, unknown]>([
    ["VictoriaMetrics gives a version of Prometheus", { ...pages, build: { version: "2.24.0" } }, undefined],
    [
      "Mimir gives its name",
      { ...pages, build: { version: "2.10.0", revision: "a", application: "Grafana Mimir" } },
      undefined,
    ],
    ["Thanos gives its own version", { ...pages, build: { version: "0.39.2", revision: "a" } }, undefined],
    ["no flags are on", { ...pages, flags: {} }, { version: "3.5.0", features: [] }],
  ])("%s", async (_, given, expected) => {
    expect((await learn(given)).options.prometheus).toEqual(expected);
  });

  test("that reads another one has no retention that counts", async () => {
    const remote = { ...pages, config: "remote_read: [{ url: http://other }]\n" };
    expect((await learn(remote)).options.server.retention).toBeUndefined();
  });

  test("that answers nothing is an error", async () => {
    const { url } = await serve(() => ({ status: 404 }));
    const error = await failure(() => serverFacts(connect({ url, retries: 0 }), [{ text: "up" }]));
    expect(error.kind).toBe("not-found");
  });

  test("that hangs is asked once", async () => {
    const { url, seen } = await serve(() => undefined);
    const error = await failure(() => serverFacts(connect({ url, retries: 0, timeout: 200 }), [{ text: "up" }]));
    expect([error.kind, seen.length]).toEqual(["timeout", 1]);
  });
});
