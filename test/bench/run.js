// How fast promql-lint is beside other parsers, a bare start of Node and promtool. A report: it never fails for being slow.
import { cpus } from "node:os";
import { measureCatalogue } from "./catalogue.js";
import { contenders } from "./contenders.js";
import { measureDemoMemory, measureEngine } from "./engine.js";
import { measureFiles, measureMemory, measureReading } from "./files.js";
import { measure } from "./measure.js";
import { readQueries } from "./queries.js";
import { measurePage } from "./page.js";
import { measureStartup } from "./startup.js";

const { source, queries } = readQueries();
const megabytes = queries.reduce((sum, query) => sum + Buffer.byteLength(query), 0) / 1e6;

console.log(`Node ${process.versions.node}, ${cpus()[0]?.model.trim() ?? "unknown processor"}`);
console.log(`${queries.length} queries, ${(megabytes * 1000).toFixed(0)} kB: ${source}\n`);

const throughput = measure(contenders, queries).map(({ name, first, median, spread, ratio }) => [
  name,
  (queries.length / median).toFixed(0),
  (megabytes / median).toFixed(2),
  percent(spread),
  `${ratio.toFixed(2)}x`,
  (first * 1000).toFixed(0),
]);

print(["", "queries/s", "MB/s", "spread", "time", "first pass ms"], throughput);
console.log("time: of one pass, relative to lezer-promql in the same round\n");

const startup = measureStartup().map(commandRow);
if (startup.length > 0) print(["start-up", "ms", "spread", "time"], startup);
else console.log("start-up: not measured, the command is not built");
console.log("");

const files = measureFiles();
if (typeof files === "string") console.log(`files beside promtool: not measured, ${files}`);
else {
  print(["ten copies of a file, 2,340 rules", "ms", "spread", "time"], files.copies.map(commandRow));
  print(["ten files with queries of their own", "ms", "spread", "time"], files.distinct.map(commandRow));
}
console.log("");

const memory = measureMemory();
if (memory !== undefined) console.log(`memory: ${memory.toFixed(0)} MB at most, for 10,000 rules in ten files\n`);

const reading = measureReading().map(({ name, median, spread }) => [name, median.toFixed(0), percent(spread)]);
print(["first reading of ten files, 2,500 rules", "ms", "spread"], reading);

console.log("");
const engine = await measureEngine();
if (typeof engine === "string") console.log(`engine beside a server: not measured, ${engine}`);
else {
  const ratio = (/** @type {readonly [number, number]} */ [own, server]) => (own / server).toFixed(2);
  const rows = engine.measured.map(({ query, instant, range }) => [
    short(query),
    ...[instant, range].flatMap((times) => [...times.map((time) => time.toFixed(1)), ratio(times)]),
  ]);
  const headings = ["engine beside a server: ms", "instant", "HTTP", "time", "range", "HTTP", "time"];
  print(headings, rows);
  const [atOnce, overTime] = engine.medians.map((median) => median.toFixed(2));
  console.log(`median of ${rows.length} queries of the catalogue: ${atOnce} at once, ${overTime} for a range`);
  console.log("range: an hour at 15 s; time: of the engine, relative to the server's over HTTP\n");
  print(["growth of the engine: ms for a range", "ms"], engine.growth);
  console.log(`\nthe demo cluster in the engine: ${measureDemoMemory()} MB`);
}

console.log("");
const catalogue = await measureCatalogue();
if (typeof catalogue === "string") console.log(`catalogue on a server: not measured, ${catalogue}`);
else {
  const { queries, server, commands } = catalogue;
  const own = ["the server's own time for the same queries", server.toFixed(0), "", ""];
  const rows = commands.map(({ name, median, spread }) => [
    name,
    ...[median.toFixed(0), percent(spread), `${(median / server).toFixed(2)}x`],
  ]);
  print([`${queries} queries of the catalogue on a server`, "ms", "spread", "time"], [own, ...rows]);
  console.log("time: from start to exit, relative to the sum of what the server says of each query");
}

console.log("");
const page = await measurePage();
if (typeof page === "string") console.log(`the page in a browser: not measured, ${page}`);
else {
  const rows = [
    ["until it can be used", page.usable.toFixed(0)],
    ["from the first query to its verdict", page.answered.toFixed(0)],
  ];
  print(["the page in a browser, its first visit", "ms"], rows);
}

/** @param {string} query */
function short(query) {
  const line = query.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** @param {import("./commands.js").MeasuredCommand} measured */
function commandRow({ name, median, spread, ratio }) {
  return [name, median.toFixed(0), percent(spread), `${ratio.toFixed(2)}x`];
}

/** @param {number} share */
function percent(share) {
  return `±${(share * 100).toFixed(1)} %`;
}

/**
 * Prints rows below their headings, the first column to the left and the others to the right.
 *
 * @param {string[]} headings
 * @param {string[][]} rows
 */
function print(headings, rows) {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  for (const row of all) {
    const cells = row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)));
    console.log(cells.join("  "));
  }
}
