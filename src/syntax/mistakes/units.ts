import { durationUnits } from "../../promql/durations.js";
import { unitOf } from "../../promql/unit-words.js";

/** A duration whose unit is written out or in capitals, as Prometheus wants it: `5min` is `5m`. */
export function withUnit(text: string): string | undefined {
  const [, count = "", word = ""] = /^(\d{1,9})([A-Za-z]+)$/.exec(text) ?? [];
  const unit = unitOf(word)?.unit;
  return unit === undefined ? undefined : count + unit;
}

/** A duration with a fraction in whole numbers: `1.5h` is `90m`, `0.5m` is `30s`. */
export function inWholeNumbers(text: string): string | undefined {
  const [, count = "", unit = ""] = /^(\d{1,6}\.\d{1,3})([wdhms])$/.exec(text) ?? [];
  const [, seconds = 0] = durationUnits.find(([name]) => name === unit) ?? [];
  const milliseconds = Math.round(Number(count) * seconds * 1000);
  if (milliseconds === 0) return undefined;
  const whole = durationUnits.find(([name, size]) => name !== "y" && milliseconds % (size * 1000) === 0);
  return whole && `${Math.round(milliseconds / (whole[1] * 1000))}${whole[0]}`;
}
