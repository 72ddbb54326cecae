import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createDemo } from "../../dist/src/demo/demo.js";
import { demoSeries } from "../../dist/src/demo/sample.js";
import { openMetricsText } from "../../dist/src/demo/text.js";
import { main, measureCommands } from "./commands.js";
import { quantile } from "./measure.js";
import { startServer } from "./server.js";

const rounds = 5;

/**
 * The whole catalogue against a server: milliseconds from start to exit, beside what the server itself says that it took
 * for the same queries.
 *
 * @typedef {object} MeasuredCatalogue
 * @property {number} queries
 * @property {number} server The sum over all queries: the median of several rounds.
 * @property {import("./commands.js").MeasuredCommand[]} commands
 */

/**
 * Measures it with the last two hours of the demo cluster, or says why not.
 *
 * @returns {Promise<MeasuredCatalogue | string>}
 */
export async function measureCatalogue() {
  const binaries = process.env["PROMQL_PROMETHEUS_BIN"];
  if (!binaries) return "PROMQL_PROMETHEUS_BIN names no folder of prometheus and promtool";
  if (!existsSync(main)) return "the command is not built";
  const demo = createDemo({ now: Date.now(), recentHours: 2, olderHours: 0 });
  const { url, stop } = await startServer(binaries, openMetricsText([...demoSeries(demo)]));
  try {
    const entries = readEntries();
    const sums = [];
    for (let round = 0; round < rounds; round++) sums.push(await sumOfTimes(url, entries));
    const all = ["catalogue", "run", "--server", url];
    const commands = measureCommands(
      [
        { name: "promql-lint catalogue run", program: process.execPath, args: [main, ...all] },
        { name: "one query at a time", program: process.execPath, args: [main, ...all, "--concurrency", "1"] },
      ],
      rounds,
    );
    return { queries: entries.length, server: quantile(sums, 0.5), commands };
  } finally {
    await stop();
  }
}

/** @typedef {{ query: string, kind: "instant" | "range" | "alert" }} Entry */

/** @returns {Entry[]} */
function readEntries() {
  const { stdout } = spawnSync(process.execPath, [main, "catalogue", "list", "-f", "json"], { encoding: "utf8" });
  return JSON.parse(stdout).entries;
}

/**
 * Milliseconds from taking a query to having its result, as the server counts them, for all queries together.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries
 *
 * @param {string} url
 * @param {readonly Entry[]} entries
 */
async function sumOfTimes(url, entries) {
  const end = Math.floor(Date.now() / 1000);
  let seconds = 0;
  for (const { query, kind } of entries) {
    const [path, times] =
      kind === "range"
        ? ["query_range", { start: String(end - 3600), end: String(end), step: "30" }]
        : ["query", { time: String(end) }];
    const body = new URLSearchParams({ query, stats: "all", ...times });
    const response = await fetch(`${url}/api/v1/${path}`, { method: "POST", body });
    const answer = await response.json();
    if (response.status !== 200) throw new Error(JSON.stringify(answer));
    seconds += Number(answer.data.stats.timings.execTotalTime);
  }
  return seconds * 1000;
}
