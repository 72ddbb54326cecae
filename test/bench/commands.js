import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { quantile } from "./measure.js";

/** The built command. */
export const main = join(import.meta.dirname, "../../dist/cli/main.js");

/**
 * A command to measure. It may end with any status but that of a failure: it reports what is wrong with the files.
 *
 * @typedef {{ name: string, program: string, args: readonly string[] }} Timed
 */

/**
 * Milliseconds from start to exit.
 *
 * @typedef {object} MeasuredCommand
 * @property {string} name
 * @property {number} median
 * @property {number} spread Half of the interquartile range, as a share of the median.
 * @property {number} ratio To the first command: the median of the ratios within each round.
 */

/**
 * Runs the commands in turns, so that whatever else the machine does hits all alike; nothing where the command is not
 * built.
 *
 * @param {readonly Timed[]} commands
 * @param {number} rounds
 * @returns {MeasuredCommand[]}
 */
export function measureCommands(commands, rounds) {
  if (!existsSync(main)) return [];
  const times = commands.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < rounds; round++) {
    for (const [index, command] of commands.entries()) times[index]?.push(run(command));
  }
  return commands.map(({ name }, index) => {
    const all = times[index] ?? [];
    const median = quantile(all, 0.5);
    const spread = (quantile(all, 0.75) - quantile(all, 0.25)) / 2 / median;
    const ratios = all.map((time, round) => time / (times[0]?.[round] ?? NaN));
    return { name, median, spread, ratio: quantile(ratios, 0.5) };
  });
}

/** @param {Timed} command */
function run({ program, args }) {
  const before = performance.now();
  const { status, stderr, error } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  const after = performance.now();
  if (error) throw error;
  if (status === null || status > 1) throw new Error(`${program} ${args.join(" ")} exits with ${status}: ${stderr}`);
  return after - before;
}
