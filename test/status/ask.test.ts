import { describe, expect, test } from "vitest";
import { PrometheusError, type QueryAnswer } from "../../src/prometheus/index.js";
import { askStatus, type StatusServer } from "../../src/status/ask.js";

const nothing: QueryAnswer = { result: { type: "vector", series: [] }, warnings: [], infos: [] };
const counts = { seriesByMetric: [], valuesByLabel: [], bytesByLabel: [], seriesByPair: [] };

/** A server that has every page, but for some. */
function server(changes: Partial<StatusServer> = {}): StatusServer {
  return {
    url: "http://prometheus:9090",
    buildInfo: () => Promise.resolve({ version: "3.5.0" }),
    runtimeInfo: () => Promise.resolve({}),
    flags: () => Promise.resolve(new Map<string, string>()),
    config: () => Promise.resolve("{}"),
    serviceDiscovery: () => Promise.resolve({ active: [], dropped: [] }),
    rules: () => Promise.resolve([]),
    alerts: () => Promise.resolve([]),
    alertmanagers: () => Promise.resolve({ active: [], dropped: [] }),
    tsdb: () => Promise.resolve(counts),
    instantQuery: () => Promise.resolve(nothing),
    ...changes,
  };
}

const fails = (kind: PrometheusError["kind"], httpStatus?: number) => () =>
  Promise.reject(new PrometheusError(kind, `it is ${kind}`, httpStatus === undefined ? {} : { httpStatus }));

describe("a page that a server does not give is named", () => {
  test.each([
    ["not-found", 404, "the server has no such page (HTTP 404)"],
    ["unauthorized", 403, "access is refused (HTTP 403)"],
    ["not-prometheus", 200, "the answer has another shape (HTTP 200)"],
    ["unavailable", 503, "not available (HTTP 503)"],
    ["timeout", undefined, "no answer in time"],
    ["too-large", undefined, "the answer is too large"],
    ["execution", 422, "it is execution"],
  ] as const)("%s", async (kind, status, reason) => {
    const { configuration, build, unread } = await askStatus(server({ config: fails(kind, status) }));
    expect([configuration, build?.version]).toEqual([undefined, "3.5.0"]);
    expect(unread).toEqual([{ part: "configuration", reason }]);
  });
});

test("a server that gives nothing is an error, that of the first page", async () => {
  const refuse = fails("unauthorized", 401);
  const all = Object.fromEntries(
    Object.keys(server())
      .filter((name) => name !== "url")
      .map((name) => [name, refuse]),
  );
  await expect(askStatus(server({ ...all, buildInfo: fails("unreachable") }))).rejects.toThrow("it is unreachable");
});

test("an agent says itself that it has no rules", async () => {
  const serverSays = "unavailable with Prometheus Agent";
  const rules = () => Promise.reject(new PrometheusError("execution", `a:1 failed: ${serverSays}`, { serverSays }));
  expect((await askStatus(server({ rules }))).unread).toEqual([{ part: "rules", reason: serverSays }]);
});

test("a mistake of ours is none of the server", async () => {
  const broken = () => Promise.reject(new TypeError("oops"));
  await expect(askStatus(server({ config: broken }))).rejects.toThrow(TypeError);
});

describe("how many targets discovery found", () => {
  const found = (...series: readonly (readonly [string, number])[]) =>
    server({
      instantQuery: () =>
        Promise.resolve({
          ...nothing,
          result: {
            type: "vector",
            series: series.map(([config, value]) => ({ labels: { config }, sample: { time: 0, value } })),
          },
        }),
    });

  test.each([
    ["by job", found(["a", 1], ["b", 2]), { a: 1, b: 2 }],
    ["the same from two servers", found(["a", 1], ["a", 1]), { a: 1 }],
    ["differently from two servers", found(["a", 1], ["a", 2], ["a", 1], ["b", 2]), { b: 2 }],
    ["nowhere", server(), {}],
  ])("%s", async (_, asked, expected) => {
    const { discovered } = await askStatus(asked);
    expect(Object.fromEntries(discovered ?? [])).toEqual(expected);
  });

  test("from a server that answers no query", async () => {
    const { discovered, unread } = await askStatus(server({ instantQuery: fails("execution", 422) }));
    expect([discovered, unread]).toEqual([undefined, []]);
  });
});
