import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type PrometheusClient, type QueryResult, serverMetrics } from "../../src/prometheus/index.js";
import { describeLive, type LiveServer, startServer } from "./server.js";

describeLive("a real server", () => {
  let live: LiveServer;
  let client: PrometheusClient;
  beforeAll(async () => {
    live = await startServer("running");
    client = connect({ url: live.url });
  }, 60_000);
  afterAll(() => live.stop());

  const values = (result: QueryResult) =>
    result.type === "vector" ? result.series.map(({ sample }) => ("value" in sample ? sample.value : sample)) : result;

  test.each([
    ["vector(1) / 0", [Infinity]],
    ["vector(-1) / 0", [-Infinity]],
    ["vector(0) / 0", [NaN]],
    ['count(up{job="node"})', [1]],
    ["absent(up)", []],
  ])("%s", async (query, expected) => {
    expect(values((await client.instantQuery(query)).result)).toEqual(expected);
  });

  test("a scalar and a string", async () => {
    const at = new Date(1_000);
    expect((await client.instantQuery("-1 / 0", at)).result).toEqual({
      type: "scalar",
      sample: { time: 1, value: -Infinity },
    });
    expect((await client.instantQuery('"a"', at)).result).toEqual({ type: "string", time: 1, text: "a" });
  });

  test("a matrix", async () => {
    const now = Math.floor(Date.now() / 1000);
    const { result } = await client.rangeQuery("vector(1) / 0", new Date((now - 30) * 1000), new Date(now * 1000), 15);
    const samples = [now - 30, now - 15, now].map((time) => ({ time, value: Infinity }));
    expect(result).toEqual({ type: "matrix", series: [{ labels: {}, samples }] });
  });

  test("native histograms, in one vector with floats", async () => {
    const { result } = await client.instantQuery('{__name__=~"prometheus_http_request_duration_seconds|up"}');
    const samples = result.type === "vector" ? result.series.map(({ sample }) => sample) : [];
    expect(samples.some((sample) => "value" in sample)).toBe(true);
    const histogram = samples.flatMap((sample) => ("histogram" in sample ? [sample.histogram] : []))[0];
    expect(histogram?.buckets.reduce((sum, bucket) => sum + bucket.count, 0)).toBe(histogram?.count);
    expect(histogram?.count).toBeGreaterThan(0);
  });

  test("warnings and infos", async () => {
    const infos = (await client.instantQuery("rate(node_load1[1m])")).infos;
    expect(infos).toEqual([expect.stringContaining("might not be a counter")]);
    const warnings = (await client.instantQuery("quantile(2, up)")).warnings;
    expect(warnings).toEqual([expect.stringContaining("quantile value should be between 0 and 1")]);
  });

  test.each([
    ["up[", "bad-query"],
    ["up * on () up", "execution"],
  ])("%s is refused", async (query, kind) => {
    await expect(client.instantQuery(query)).rejects.toMatchObject({ kind });
  });

  test("a path that is not the API's", async () => {
    const wrong = connect({ url: `${live.url}/wrong` });
    await expect(wrong.instantQuery("up")).rejects.toMatchObject({ kind: "not-found", httpStatus: 404 });
    const exporter = connect({ url: live.exporterUrl });
    await expect(exporter.instantQuery("up")).rejects.toMatchObject({ kind: "not-found", httpStatus: 404 });
  });

  test("what the server knows", async () => {
    expect((await client.buildInfo()).version).toMatch(/^\d+\.\d+\.\d+/);
    expect(await client.labelValues("job")).toEqual(["node", "prometheus"]);
    expect(await client.labelValues("__name__", ["{__name__=~'node_load.*'}"])).toEqual([
      "node_load1",
      "node_load15",
      "node_load5",
    ]);
    const targets = await client.targets();
    expect(targets.map(({ labels, health }) => [labels["job"], health]).sort()).toEqual([
      ["node", "up"],
      ["prometheus", "up"],
    ]);
  });

  test("what its pages show", async () => {
    const start = new Date(Date.now() - 60_000);
    expect(await client.series(['up{job="node"}'], start, new Date())).toEqual([
      expect.objectContaining({ __name__: "up", job: "node" }),
    ]);
    expect(await client.labelNames(["up"], { start })).toEqual(["__name__", "instance", "job"]);
    expect(await client.targetMetadata("node_load1")).toMatchObject([
      { metric: "node_load1", type: "gauge", target: { job: "node" } },
    ]);
    expect(await client.scrapePools()).toEqual(["node", "prometheus"]);
    expect(await client.config()).toContain("scrape_interval: 1s");
    expect((await client.flags()).get("web.enable-lifecycle")).toBe("false");
    expect(await client.alertmanagers()).toEqual({ active: [], dropped: [] });
    expect(await client.rules()).toEqual([]);
    expect(await client.alerts()).toEqual([]);

    const runtime = await client.runtimeInfo();
    expect(runtime).toMatchObject({ reloadConfigSuccess: true, storageRetention: "15d" });
    expect(runtime.startTime?.getTime()).toBeGreaterThan(start.getTime() - 60_000);
    const tsdb = await client.tsdb(3);
    expect(tsdb.head?.series).toBeGreaterThan(100);
    expect(tsdb.seriesByMetric.length).toBeGreaterThan(0);
  });

  test("what service discovery found", async () => {
    const { active, dropped } = await client.serviceDiscovery();
    expect(active.map(({ discoveredLabels, scrapeInterval }) => [discoveredLabels["job"], scrapeInterval])).toEqual([
      ["node", 1],
      ["prometheus", 1],
    ]);
    expect(dropped).toEqual([]);
  });

  test("metrics with their types", async () => {
    const metrics = await serverMetrics(client);
    expect(metrics.metric("node_cpu_seconds_total")).toMatchObject({ type: "counter", source: live.url });
    expect(metrics.metric("node_load1")?.type).toBe("gauge");
    expect(metrics.metric("up")?.type).toBe("unknown");
    expect(metrics.metric("no_such_metric")).toBeUndefined();
  });
});
