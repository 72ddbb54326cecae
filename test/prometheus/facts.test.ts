import { describe, expect, test } from "vitest";
import { connect, type PrometheusClient } from "../../src/prometheus/index.js";
import { serve, serveAlways, success } from "./fake-server.js";

const never = "0001-01-01T00:00:00Z";
const moment = "2026-01-02T03:04:05.678901234Z";
const date = new Date("2026-01-02T03:04:05.678Z");

type Ask = (client: PrometheusClient) => Promise<unknown>;

const target = {
  discoveredLabels: { __address__: "a:1", job: "node" },
  labels: { job: "n", instance: "a:1" },
  scrapePool: "node",
  scrapeUrl: "http://a:1/metrics",
  globalUrl: "http://a:1/metrics",
  lastError: "",
  lastScrape: moment,
  lastScrapeDuration: 0.25,
  health: "up",
  scrapeInterval: "1m",
  scrapeTimeout: "10s",
};
const knownTarget = {
  discoveredLabels: target.discoveredLabels,
  labels: target.labels,
  scrapePool: "node",
  scrapeUrl: "http://a:1/metrics",
  health: "up",
  lastScrape: date,
  lastScrapeDuration: 0.25,
  scrapeInterval: 60,
  scrapeTimeout: 10,
};
const oldTarget = {
  labels: {},
  scrapeUrl: "http://b:1/metrics",
  health: "odd",
  lastError: "refused",
  lastScrape: never,
};

const alert = {
  labels: { alertname: "Down" },
  annotations: { summary: "down" },
  state: "firing",
  activeAt: moment,
  value: "1e+00",
};
const knownAlert = { ...alert, activeAt: date, value: 1 };
const recording = {
  name: "job:up:sum",
  query: "sum by (job) (up)",
  labels: { team: "a" },
  health: "err",
  lastError: "many-to-many",
  evaluationTime: 0.5,
  lastEvaluation: moment,
  type: "recording",
};
const alerting = {
  state: "firing",
  name: "Down",
  query: "up == 0",
  duration: 300,
  keepFiringFor: 60,
  labels: {},
  annotations: { summary: "down" },
  alerts: [alert],
  health: "ok",
  evaluationTime: 0.1,
  lastEvaluation: moment,
  type: "alerting",
};

test.each<[string, string, unknown, Ask, unknown]>([
  ["targets", "targets", { activeTargets: [target] }, (client) => client.targets(), [knownTarget]],
  [
    "service discovery",
    "targets",
    {
      activeTargets: [target, oldTarget],
      droppedTargets: [{ discoveredLabels: { job: "node" } }, { discoveredLabels: {}, scrapePool: "pods" }],
      droppedTargetCounts: { node: 1, pods: 900 },
    },
    (client) => client.serviceDiscovery(),
    {
      active: [
        knownTarget,
        {
          labels: {},
          discoveredLabels: {},
          scrapePool: "",
          scrapeUrl: "http://b:1/metrics",
          health: "unknown",
          lastError: "refused",
        },
      ],
      dropped: [
        { discoveredLabels: { job: "node" }, scrapePool: "node" },
        { discoveredLabels: {}, scrapePool: "pods" },
      ],
      droppedCounts: new Map([
        ["node", 1],
        ["pods", 900],
      ]),
    },
  ],
  [
    "service discovery of a server that counts nothing",
    "targets",
    { activeTargets: [], droppedTargets: null },
    (client) => client.serviceDiscovery(),
    { active: [], dropped: [] },
  ],
  [
    "scrape pools",
    "scrape_pools",
    { scrapePools: ["node", "pods"] },
    (client) => client.scrapePools(),
    ["node", "pods"],
  ],
  [
    "rules",
    "rules",
    {
      groups: [
        {
          name: "g",
          file: "/etc/rules.yml",
          interval: 30,
          limit: 5,
          rules: [recording, alerting],
          evaluationTime: 0.6,
          lastEvaluation: never,
        },
        { name: "empty" },
      ],
    },
    (client) => client.rules(),
    [
      {
        name: "g",
        file: "/etc/rules.yml",
        interval: 30,
        limit: 5,
        rules: [
          { ...recording, lastEvaluation: date },
          { ...alerting, lastEvaluation: date, alerts: [knownAlert] },
        ],
        evaluationTime: 0.6,
      },
      { name: "empty", file: "", interval: 0, limit: 0, rules: [] },
    ],
  ],
  ["alerts", "alerts", { alerts: [alert] }, (client) => client.alerts(), [knownAlert]],
  [
    "Alertmanagers",
    "alertmanagers",
    { activeAlertmanagers: [{ url: "http://a/api/v2/alerts" }], droppedAlertmanagers: [] },
    (client) => client.alertmanagers(),
    { active: ["http://a/api/v2/alerts"], dropped: [] },
  ],
  ["the configuration", "status/config", { yaml: "global: {}\n" }, (client) => client.config(), "global: {}\n"],
  ["flags", "status/flags", { "web.x": "true" }, (client) => client.flags(), new Map([["web.x", "true"]])],
  [
    "build information",
    "status/buildinfo",
    { version: "3.5.3", revision: "", application: "Thanos" },
    (client) => client.buildInfo(),
    { version: "3.5.3", application: "Thanos" },
  ],
  [
    "runtime information",
    "status/runtimeinfo",
    {
      startTime: moment,
      CWD: "/data",
      reloadConfigSuccess: false,
      lastConfigTime: never,
      corruptionCount: 0,
      goroutineCount: 40,
      GOGC: "75",
      storageRetention: "15d",
    },
    (client) => client.runtimeInfo(),
    {
      startTime: date,
      workingDirectory: "/data",
      reloadConfigSuccess: false,
      corruptionCount: 0,
      goroutineCount: 40,
      storageRetention: "15d",
    },
  ],
  [
    "database statistics",
    "status/tsdb",
    {
      headStats: { numSeries: 5, numLabelPairs: 3, chunkCount: 9, minTime: 9223372036854775807, maxTime: 1000 },
      seriesCountByMetricName: [{ name: "up", value: 4 }],
      labelValueCountByLabelName: [{ name: "job", value: 2 }],
      memoryInBytesByLabelName: [{ name: "job", value: 20 }],
      seriesCountByLabelValuePair: [{ name: "job=node", value: 4 }],
    },
    (client) => client.tsdb(),
    {
      head: { series: 5, labelPairs: 3, chunks: 9, maxTime: new Date(1000) },
      seriesByMetric: [{ name: "up", count: 4 }],
      valuesByLabel: [{ name: "job", count: 2 }],
      bytesByLabel: [{ name: "job", count: 20 }],
      seriesByPair: [{ name: "job=node", count: 4 }],
    },
  ],
  [
    "database statistics of another server",
    "status/tsdb",
    { totalSeries: 5, seriesCountByMetricName: [{ name: "up", value: 4 }] },
    (client) => client.tsdb(),
    { seriesByMetric: [{ name: "up", count: 4 }], valuesByLabel: [], bytesByLabel: [], seriesByPair: [] },
  ],
  [
    "metadata",
    "metadata",
    { up: [{ type: "gauge", help: "h", unit: "" }, {}] },
    (client) => client.metadata(),
    new Map([
      [
        "up",
        [
          { type: "gauge", help: "h", unit: "" },
          { type: "unknown", help: "", unit: "" },
        ],
      ],
    ]),
  ],
  [
    "what the targets say of a metric",
    "targets/metadata",
    [{ target: { job: "a" }, type: "gauge", help: "h", unit: "" }],
    (client) => client.targetMetadata("up"),
    [{ metric: "up", target: { job: "a" }, type: "gauge", help: "h", unit: "" }],
  ],
  ["label names", "labels", ["a", "b"], (client) => client.labelNames(), ["a", "b"]],
  ["no label names", "labels", null, (client) => client.labelNames(), []],
  [
    "series",
    "series",
    [{ __name__: "up" }],
    (client) => client.series(["up"], new Date(0), new Date(1)),
    [{ __name__: "up" }],
  ],
])("%s", async (_, path, data, ask, expected) => {
  const { url, seen } = await serveAlways(success(data));
  expect(await ask(connect({ url }))).toEqual(expected);
  expect(seen.map((request) => request.path)).toEqual([`/api/v1/${path}`]);
});

test.each<[string, Ask, Readonly<Record<string, string>>]>([
  ["active targets", (client) => client.targets(), { state: "active" }],
  [
    "labels within a time",
    (client) => client.labelNames(["up"], { start: date }),
    { "match[]": "up", start: "1767323045.678" },
  ],
  ["few values", (client) => client.labelValues("job", ["a", "b"], { limit: 5 }), { "match[]": "a,b", limit: "5" }],
  ["values of any name", (client) => client.labelValues("service/na_me"), {}],
  ["series", (client) => client.series(["a", "b"], new Date(0), date, 9), { "match[]": "a,b", start: "0", limit: "9" }],
  ["metadata of targets", (client) => client.targetMetadata("up"), { metric: "up" }],
  ["statistics", (client) => client.tsdb(20), { limit: "20" }],
])("%s are asked for with parameters", async (_, ask, parameters) => {
  const { url, seen } = await serve(({ path }) => success(/targets$|tsdb/.test(path) ? {} : []));
  await ask(connect({ url }));
  for (const [name, value] of Object.entries(parameters)) {
    expect(seen[0]?.parameters.getAll(name).join(",")).toBe(value);
  }
});

test.each([
  ["job", "job"],
  ["service/na_me", "U__service_2f_na__me"],
])("the values of the label %s", async (name, path) => {
  const { url, seen } = await serveAlways(success(["a", "b"]));
  expect(await connect({ url }).labelValues(name)).toEqual(["a", "b"]);
  expect(seen.map((request) => request.path)).toEqual([`/api/v1/label/${path}/values`]);
});

describe("a shape that is not the API's", () => {
  test.each<[string, unknown, Ask]>([
    ["activeTargets[0].labels", { activeTargets: [{ labels: { job: 1 } }] }, (client) => client.targets()],
    ["activeTargets", { activeTargets: 1 }, (client) => client.targets()],
    ["droppedTargets", { droppedTargets: [{}] }, (client) => client.serviceDiscovery()],
    ["droppedTargetCounts", { droppedTargetCounts: 1 }, (client) => client.serviceDiscovery()],
    ["scrapePools", { scrapePools: [1] }, (client) => client.scrapePools()],
    ["metadata", [], (client) => client.metadata()],
    ["a family", { up: {} }, (client) => client.metadata()],
    ["label values", [1], (client) => client.labelValues("job")],
    ["label names", {}, (client) => client.labelNames()],
    ["series", ["up"], (client) => client.series(["up"], date, date)],
    ["version", {}, (client) => client.buildInfo()],
    ["yaml", {}, (client) => client.config()],
    ["flags", { a: true }, (client) => client.flags()],
    ["runtime information", [], (client) => client.runtimeInfo()],
    ["headStats", { headStats: {} }, (client) => client.tsdb()],
    ["statistics", { seriesCountByMetricName: [{ name: "up" }] }, (client) => client.tsdb()],
    ["a rule's type", { groups: [{ name: "g", rules: [{ name: "a", query: "b" }] }] }, (client) => client.rules()],
    ["an alert's value", { alerts: [{ labels: {} }] }, (client) => client.alerts()],
    ["an Alertmanager", { activeAlertmanagers: [{}] }, (client) => client.alertmanagers()],
    ["an entry", [{}], (client) => client.targetMetadata("up")],
  ])("%s", async (_, data, ask) => {
    const { url } = await serveAlways(success(data));
    const refused = expect(ask(connect({ url }))).rejects;
    await refused.toMatchObject({ kind: "not-prometheus" });
    await refused.toThrow(/in its answer .+ is not (an? (object|array|string|number)|alerting or recording)/);
  });
});
