import { describe, expect, test } from "vitest";
import { demoServer } from "../../src/embedded/demo-server.js";
import { embeddedServer } from "../../src/embedded/embedded-server.js";
import { createStorage, labelsOf } from "../../src/engine/index.js";
import { metricsOf } from "../../src/metrics/metrics.js";

const now = 1_000_000;
const storage = createStorage();
for (const [name, job, value] of [
  ["up", "api", 1],
  ["up", "db", 0],
  ["requests_total", "api", 5],
  ["seconds_bucket", "api", 2],
] as const) {
  storage.append(
    labelsOf(Object.entries({ __name__: name, job, le: name === "seconds_bucket" ? "1" : "" })),
    now,
    value,
  );
}
const metrics = metricsOf([
  { name: "up", type: "gauge", help: "Whether it answers.", source: "test" },
  { name: "seconds", type: "histogram", unit: "seconds", source: "test" },
  { name: "not_stored", type: "gauge", source: "test" },
]);
const server = embeddedServer({ name: "a test", storage, metrics, now, limits: { maxPoints: 10 } });

describe("a query without a time is asked at the moment of the data", () => {
  test("instant", async () => {
    expect(await server.instantQuery('up{job="api"}')).toEqual({
      result: {
        type: "vector",
        series: [{ labels: { __name__: "up", job: "api" }, sample: { time: 1000, value: 1 } }],
      },
      warnings: [],
      infos: [],
    });
    expect((await server.instantQuery("up", new Date(0))).result).toEqual({ type: "vector", series: [] });
  });

  test("range", async () => {
    const { result } = await server.rangeQuery("sum(up)", new Date(now), new Date(now + 10_000), 5);
    expect(result).toEqual({
      type: "matrix",
      series: [{ labels: {}, samples: [1000, 1005, 1010].map((time) => ({ time, value: 1 })) }],
    });
  });
});

test.each([
  ["up{", "bad-query", "unexpected end of input inside braces"],
  ["rate(up)", "bad-query", 'expected type range vector in call to function "rate", got instant vector'],
  ["up + on() up", "execution", /^multiple matches for labels|^found duplicate series|many-to-many/],
])("%s is refused as a client tells it", async (query, kind, message) => {
  await expect(server.instantQuery(query)).rejects.toMatchObject({
    name: "PrometheusError",
    kind,
    serverSays: typeof message === "string" ? message : (expect.stringMatching(message) as unknown),
  });
});

test("the limits hold", async () => {
  const range = server.rangeQuery("up", new Date(0), new Date(now), 1);
  await expect(range).rejects.toMatchObject({
    kind: "execution",
    message: expect.stringContaining("10 points") as unknown,
  });
});

describe("what is stored", () => {
  test.each<readonly [string, readonly string[] | undefined, readonly string[]]>([
    ["job", undefined, ["api", "db"]],
    ["__name__", undefined, ["requests_total", "seconds_bucket", "up"]],
    ["job", ["requests_total", '{__name__="up",job!="api"}'], ["api", "db"]],
    ["job", ["requests_total"], ["api"]],
    ["nope", undefined, []],
  ])("the values of %s in %s", async (label, match, expected) => {
    expect(await server.labelValues(label, match)).toEqual(expected);
  });

  test.each<readonly [readonly string[] | undefined, readonly string[]]>([
    [undefined, ["__name__", "job", "le"]],
    [["up"], ["__name__", "job"]],
    [["nope"], []],
  ])("the labels in %s", async (match, expected) => {
    expect(await server.labelNames(match)).toEqual(expected);
  });

  test("what selects no series is refused", async () => {
    await expect(server.labelValues("job", ["sum(up)"])).rejects.toMatchObject({ kind: "bad-query" });
  });

  test("types and help of what is stored, and of nothing else", async () => {
    expect([...(await server.metadata())]).toEqual([
      ["seconds", [{ type: "histogram", help: "", unit: "seconds" }]],
      ["up", [{ type: "gauge", help: "Whether it answers.", unit: "" }]],
    ]);
  });
});

describe("the demo cluster", () => {
  const demo = demoServer({ olderHours: 0, recentHours: 1 });

  test("a series that a scrape missed has ended", async () => {
    const { result } = await demo.instantQuery("min(timestamp(kube_pod_info)) < bool time() - 60");
    expect(result).toMatchObject({ series: [{ sample: { value: 0 } }] });
  });

  test("its targets are those that `up` tells", async () => {
    const { result } = await demo.instantQuery("up == 0");
    const down = (await demo.targets()).filter(({ health }) => health === "down");
    expect(down.map(({ labels }) => labels["instance"])).toEqual(
      result.type === "vector" ? result.series.map(({ labels }) => labels["instance"]) : [],
    );
    expect(down.length).toBeGreaterThan(0);
  });
});
