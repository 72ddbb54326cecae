import { type Reading, whole } from "./signal.js";

/** Labels by name. One without a value is left out of a series. */
export type LabelValues = Readonly<Record<string, string>>;

/** A series as its exporter gives it, at any time. */
export interface Instrument {
  /** The name of the family, as a table of metrics has it. */
  readonly family: string;
  /** The name of the series, such as `http_request_duration_seconds_bucket`. */
  readonly name: string;
  readonly labels: LabelValues;
  /** A number where it never changes. */
  readonly value: number | Reading;
  /** When there is such a series; always, where this is missing. */
  readonly present?: Presence;
}

/** Whether something is there at a time, in milliseconds since 1970. */
export type Presence = (time: number) => boolean;

/** One series of a counter, a gauge or an info metric. */
export function single(name: string, labels: LabelValues, value: number | Reading, present?: Presence): Instrument {
  return { family: name, name, labels, value, ...(present && { present }) };
}

/** A counter or a gauge that counts things: what has a fraction is cut off. */
export function count(name: string, labels: LabelValues, value: Reading, present?: Presence): Instrument {
  return single(name, labels, whole(value), present);
}

/** A label that takes each of several values, and a 1 for the one that holds at a time. */
export function* states(
  name: string,
  labels: LabelValues,
  label: string,
  values: readonly string[],
  holds: (time: number) => string,
  present?: Presence,
): Generator<Instrument> {
  for (const value of values) {
    yield single(name, { ...labels, [label]: value }, (time) => (holds(time) === value ? 1 : 0), present);
  }
}
