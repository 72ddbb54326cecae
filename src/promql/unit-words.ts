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
