const longUnits: readonly (readonly [RegExp, unit: string, name: string])[] = [
  [/^(?:ms|msecs?|millis|milliseconds?)$/, "ms", "milliseconds"],
  [/^(?:s|secs?|seconds?)$/, "s", "seconds"],
  [/^(?:m|mins?|minutes?)$/, "m", "minutes"],
  [/^(?:h|hrs?|hours?)$/, "h", "hours"],
  [/^(?:d|days?)$/, "d", "days"],
  [/^(?:w|weeks?)$/, "w", "weeks"],
  [/^(?:y|yrs?|years?)$/, "y", "years"],
];

/** A unit of time as somebody writes it, and as Prometheus wants it. */
export interface Unit {
  readonly unit: string;
  /** In the plural: `minutes`. */
  readonly name: string;
}

/** The unit that a word names: `minutes`, `min`, `H`. A capital `M` may be a month or a million. */
export function unitOf(word: string): Unit | undefined {
  if (word === "M") return undefined;
  const [, unit, name] = longUnits.find(([names]) => names.test(word.toLowerCase())) ?? [];
  return unit === undefined || name === undefined ? undefined : { unit, name };
}

/** A duration whose unit is written out or in capitals, as Prometheus wants it: `5min` is `5m`. */
export function withUnit(text: string): string | undefined {
  const [, count = "", word = ""] = /^(\d{1,9})([A-Za-z]+)$/.exec(text) ?? [];
  const unit = unitOf(word)?.unit;
  return unit === undefined ? undefined : count + unit;
}

const seconds: Readonly<Record<string, number>> = { w: 604800, d: 86400, h: 3600, m: 60, s: 1 };

/** A duration with a fraction in whole numbers: `1.5h` is `90m`, `0.5m` is `30s`. */
export function inWholeNumbers(text: string): string | undefined {
  const [, count = "", unit = ""] = /^(\d{1,6}\.\d{1,3})([wdhms])$/.exec(text) ?? [];
  const milliseconds = Math.round(Number(count) * (seconds[unit] ?? 0) * 1000);
  if (milliseconds === 0) return undefined;
  const smaller = Object.entries(seconds).find(([, size]) => milliseconds % (size * 1000) === 0);
  return smaller ? `${milliseconds / 1000 / smaller[1]}${smaller[0]}` : `${milliseconds}ms`;
}
