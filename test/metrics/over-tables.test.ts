import { expect, test } from "vitest";
import { metricsOf, type Metric } from "../../src/metrics/metrics.js";
import { overTables } from "../../src/metrics/over-tables.js";

const tables = metricsOf([
  { name: "jobs_total", type: "counter", help: "Of the table.", labels: ["queue"], source: "table" },
  { name: "jobs_open", type: "gauge", labels: ["queue"], source: "table" },
  { name: "jobs_old", type: "gauge", source: "table" },
]);
const server = metricsOf([
  { name: "jobs_total", type: "counter", help: "Of the server.", source: "server" },
  { name: "jobs_open", type: "unknown", source: "server" },
  { name: "jobs_old", type: "counter", source: "server" },
  { name: "jobs_new", type: "gauge", source: "server" },
]);
const known = overTables({ ...server, missing: (name) => (server.metric(name) ? undefined : "server") }, tables);

test.each<[string, string, Metric | undefined]>([
  [
    "jobs_total",
    "help of the server, labels of the table",
    { name: "jobs_total", type: "counter", help: "Of the server.", labels: ["queue"], source: "server" },
  ],
  [
    "jobs_open",
    "the type of the table where the server has none",
    { name: "jobs_open", type: "gauge", labels: ["queue"], source: "server" },
  ],
  ["jobs_old", "another metric than that of the table", { name: "jobs_old", type: "counter", source: "server" }],
  ["jobs_new", "unknown to the table", { name: "jobs_new", type: "gauge", source: "server" }],
  ["jobs_none", "unknown to both", undefined],
])("%s: %s", (name, _, expected) => {
  expect(known.metric(name)).toEqual(expected);
});

test("all are those of both, each once", () => {
  expect(Array.from(known.all(), ({ name }) => name)).toEqual(["jobs_total", "jobs_open", "jobs_old", "jobs_new"]);
});

test("what may be meant is on the server, where that knows all names", () => {
  const names = (metrics: typeof known) => Array.from(metrics.relatives?.("jobs_x") ?? [], ({ name }) => name);
  const bare = metricsOf([{ name: "jobs_new", type: "gauge", source: "server" }]);
  expect(names(overTables({ ...bare, missing: () => undefined }, tables))).toEqual(["jobs_new"]);
  expect(names(overTables(bare, tables))).toEqual(["jobs_total", "jobs_open", "jobs_old"]);
  expect([known.missing?.("jobs_none"), overTables(bare, tables).missing]).toEqual(["server", undefined]);
});
