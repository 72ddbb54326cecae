import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { quantile } from "./measure.js";

const starts = 15;
const main = join(import.meta.dirname, "../../dist/cli/main.js");

const commands = [
  { name: "node -e 0", args: ["-e", "0"] },
  { name: "promql-lint --version", args: [main, "--version"] },
  { name: "promql-lint -e up", args: [main, "-e", "up"] },
];

/**
 * Milliseconds from start to exit, in turns; nothing where the command is not built.
 *
 * @returns {{ name: string, median: number, spread: number, extra: number }[]}
 */
export function measureStartup() {
  if (!existsSync(main)) return [];
  const times = commands.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < starts; round++) {
    for (const [index, { args }] of commands.entries()) times[index]?.push(start(args));
  }
  return commands.map(({ name }, index) => {
    const all = times[index] ?? [];
    const median = quantile(all, 0.5);
    const spread = (quantile(all, 0.75) - quantile(all, 0.25)) / 2 / median;
    return { name, median, spread, extra: median - quantile(times[0] ?? [], 0.5) };
  });
}

/** @param {readonly string[]} args */
function start(args) {
  const before = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const after = performance.now();
  if (status !== 0) throw new Error(`node ${args.join(" ")} exits with ${status}: ${stderr}`);
  return after - before;
}
