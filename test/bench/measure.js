import { performance } from "node:perf_hooks";

const rounds = 15;
const roundMilliseconds = 150;

/**
 * Seconds for one pass over all queries.
 *
 * @typedef {object} Measured
 * @property {string} name
 * @property {number} first The first pass of the process: nothing compiled, nothing remembered.
 * @property {number} median Over the rounds, warm.
 * @property {number} spread Half of the interquartile range, as a share of the median.
 * @property {number} ratio To the first contender: the median of the ratios within each round.
 */

/**
 * Measures the contenders in turns, so that whatever else the machine does hits all alike.
 *
 * @param {readonly import("./contenders.js").Contender[]} contenders
 * @param {readonly string[]} queries
 * @returns {Measured[]}
 */
export function measure(contenders, queries) {
  const runs = contenders.map((contender) => warmUp(contender, queries));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < runs.length; turn++) runs[(turn + round) % runs.length]?.takeRound();
  }
  return runs.map(({ name, first, seconds }) => {
    const ratios = seconds.map((value, round) => value / (runs[0]?.seconds[round] ?? NaN));
    const median = quantile(seconds, 0.5);
    const spread = (quantile(seconds, 0.75) - quantile(seconds, 0.25)) / 2 / median;
    return { name, first, median, spread, ratio: quantile(ratios, 0.5) };
  });
}

/**
 * @param {import("./contenders.js").Contender} contender
 * @param {readonly string[]} queries
 */
function warmUp({ name, run }, queries) {
  let expected = NaN;
  /** @param {number} passes */
  const time = (passes) => {
    const start = performance.now();
    let total = 0;
    for (let pass = 0; pass < passes; pass++) for (const query of queries) total += run(query);
    const seconds = (performance.now() - start) / 1000 / passes;
    if (Number.isNaN(expected)) expected = total;
    if (total !== expected * passes) throw new Error(`${name}: the results differ from pass to pass`);
    return seconds;
  };
  const first = time(1);
  let latest = first;
  for (let warm = first; warm < 1; warm += latest) latest = time(1);
  const passes = Math.max(1, Math.ceil(roundMilliseconds / 1000 / latest));
  /** @type {number[]} */
  const seconds = [];
  return { name, first, seconds, takeRound: () => void seconds.push(time(passes)) };
}

/**
 * @param {readonly number[]} values
 * @param {number} share
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [below = NaN, above = NaN] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at % 1);
}
