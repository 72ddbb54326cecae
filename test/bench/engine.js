import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { createDemo } from "../../dist/src/demo/demo.js";
import { demoSeries } from "../../dist/src/demo/sample.js";
import { openMetricsText } from "../../dist/src/demo/text.js";
import { createStorage, labelsOf, instantQuery, rangeQuery } from "promql-lint/engine";
import { quantile } from "./measure.js";
import { catalogueQueries } from "./queries.js";
import { startServer } from "./server.js";

const end = 1_750_000_000;
const repeats = 9;
const wanted = 50;

/**
 * Milliseconds for a query at one time, and for an hour of it at 15 s, in the engine and on a server over HTTP with the
 * same series.
 *
 * @typedef {object} MeasuredQuery
 * @property {string} query
 * @property {readonly [engine: number, server: number]} instant
 * @property {readonly [engine: number, server: number]} range
 */

/**
 * Measures the engine beside a real server with the last two hours of the demo cluster, or says why not.
 *
 * @returns {Promise<{ measured: MeasuredQuery[], medians: readonly [instant: number, range: number], growth: string[][] } | string>}
 */
export async function measureEngine() {
  const binaries = process.env["PROMQL_PROMETHEUS_BIN"];
  if (!binaries) return "PROMQL_PROMETHEUS_BIN names no folder of prometheus and promtool";
  const series = [...demoSeries(createDemo({ now: end * 1000, recentHours: 2, olderHours: 0 }))];
  const storage = createStorage();
  for (const { labels, times, values } of series) storage.add(labelsOf(labels), times, values);
  const server = await startServer(binaries, openMetricsText(series));
  try {
    /** @type {MeasuredQuery[]} */
    const measured = [];
    for (const query of someOf(catalogueQueries())) {
      const times = { query, time: String(end), start: String(end - 3600), end: String(end), step: "15" };
      const engine = {
        at: () => instantQuery(storage, query, end),
        over: () => rangeQuery(storage, query, end - 3600, end, 15),
      };
      measured.push({
        query,
        instant: await sideBySide(engine.at, () => ask(server.url, "query", times)),
        range: await sideBySide(engine.over, () => ask(server.url, "query_range", times)),
      });
    }
    const medianOf = (/** @type {"instant" | "range"} */ kind) =>
      quantile(
        measured.map(({ [kind]: [own, http] }) => own / http),
        0.5,
      );
    return { measured, medians: [medianOf("instant"), medianOf("range")], growth: await growthOf() };
  } finally {
    await server.stop();
  }
}

/**
 * As many queries as are wanted, at equal distances, so that each exporter has its share.
 *
 * @param {readonly string[]} queries
 */
function someOf(queries) {
  const count = Math.min(wanted, queries.length);
  return Array.from({ length: count }, (_, k) => queries[Math.floor((k * queries.length) / count)] ?? "");
}

/** Megabytes that the whole demo cluster takes in the engine. */
export function measureDemoMemory() {
  const args = ["--expose-gc", join(import.meta.dirname, "demo-memory.js")];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

/** How a query grows with its series and with its steps: half of each, and all. */
async function growthOf() {
  const query = "sum by (path) (rate(requests_total[5m]))";
  const rows = [];
  for (const [series, steps] of [
    [600, 240],
    [300, 240],
    [1200, 240],
    [600, 120],
    [600, 480],
  ]) {
    const storage = counters(series ?? 0);
    const run = () => rangeQuery(storage, query, end - 15 * (steps ?? 0), end, 15);
    const [time] = await sideBySide(run, () => Promise.resolve());
    rows.push([`${series} series, ${steps} steps`, time.toFixed(1)]);
  }
  return rows;
}

/**
 * Medians of both, taken in turns.
 *
 * @param {() => unknown} first
 * @param {() => Promise<unknown>} second
 * @returns {Promise<readonly [number, number]>}
 */
async function sideBySide(first, second) {
  /** @type {[number[], number[]]} */
  const times = [[], []];
  for (let k = -2; k < repeats; k++) {
    const start = performance.now();
    const answer = first();
    const middle = performance.now();
    await second();
    if (typeof answer === "object" && answer && "error" in answer) throw new Error(JSON.stringify(answer.error));
    if (k < 0) continue;
    times[0].push(middle - start);
    times[1].push(performance.now() - middle);
  }
  const median = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
  return [median(times[0]), median(times[1])];
}

/**
 * @param {string} url
 * @param {string} path
 * @param {Record<string, string>} fields
 */
async function ask(url, path, fields) {
  const response = await fetch(`${url}/api/v1/${path}`, { method: "POST", body: new URLSearchParams(fields) });
  const answer = await response.json();
  if (response.status !== 200) throw new Error(JSON.stringify(answer));
}

/**
 * Two hours of a counter at 15 s.
 *
 * @param {number} series How many it has.
 */
function counters(series) {
  const storage = createStorage();
  const times = Float64Array.from({ length: 480 }, (_, k) => (end - 7200 + (k + 1) * 15) * 1000);
  for (let k = 0; k < series; k++) {
    const labels = { __name__: "requests_total", path: `/${k % 7}`, pod: `pod-${k}` };
    const values = times.map((_, step) => step * ((k % 9) + 1));
    storage.add(labelsOf(Object.entries(labels)), times, values);
  }
  return storage;
}
