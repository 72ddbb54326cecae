/** The units of a duration and their seconds, in the order in which they stand; a year has 365 days. Source: https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations */
export const durationUnits = [
  ["y", 365 * 86400],
  ["w", 7 * 86400],
  ["d", 86400],
  ["h", 3600],
  ["m", 60],
  ["s", 1],
  ["ms", 0.001],
] as const;

const pattern = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

/** The longest duration in seconds: as many nanoseconds as fit in 64 bits, about 292 years. */
export const maxDurationSeconds = 2 ** 63 / 1e9;

/** What keeps a text from being a duration. */
export type DurationMistake = "syntax" | "out-of-range";

/**
 * The seconds of a duration such as `1h30m`, without a sign; or what is wrong with it. Units stand from the
 * longest to the shortest, each once, with whole numbers.
 */
export function parseDuration(text: string): number | DurationMistake {
  const match = text === "" ? null : pattern.exec(text);
  if (!match) return "syntax";
  let milliseconds = 0n;
  for (const [index, [, seconds]] of durationUnits.entries()) {
    const count = match[index + 1];
    if (count !== undefined) milliseconds += BigInt(count) * BigInt(Math.round(seconds * 1000));
  }
  const total = Number(milliseconds) / 1000;
  return milliseconds * 1_000_000n >= 2n ** 63n ? "out-of-range" : total;
}

/** Whether a text is a duration of no time, as in `for: 0s`; `0` may stand there without a unit. */
export function isZeroDuration(text: string): boolean {
  return text === "0" || parseDuration(text) === 0;
}

/**
 * A duration of whole milliseconds as Prometheus prints it: `90` seconds are `1m30s`, `0` is `0s`.
 * Years and weeks are used only where nothing is left over for a smaller unit.
 */
export function formatDuration(seconds: number): string {
  let rest = Math.round(Math.abs(seconds) * 1000);
  if (rest === 0) return "0s";
  let text = seconds < 0 ? "-" : "";
  for (const [unit, size] of durationUnits) {
    const milliseconds = Math.round(size * 1000);
    const wholeOnly = size > 86400;
    if (wholeOnly && rest % milliseconds !== 0) continue;
    const count = Math.floor(rest / milliseconds);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * milliseconds;
  }
  return text;
}
