import { parseNumber } from "../promql/numbers.js";
import { quote } from "../promql/strings.js";
import { formatFloat } from "./go-float.js";
import { printTime } from "./go-time.js";
import { type DurationValue, type GoValue, type TimeValue, typeName } from "./go-value.js";
import { TemplateError } from "./template-error.js";

/**
 * The number of which a value is made: a number, a text that is one, a duration in seconds.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/template_reference/#numbers
 */
export function numberOf(value: GoValue): number {
  switch (value.kind) {
    case "float64":
      return value.value;
    case "int":
      return Number(value.value);
    case "duration":
      return Number(value.value) / 1e9;
    case "string": {
      const [, sign = "", size = ""] = /^([+-]?)(.*)$/s.exec(value.value) ?? [];
      const isInfinite = /^inf(?:inity)?$/i.test(size);
      const number = isInfinite ? Infinity : /^0\d/.test(size) ? Number(size) : parseNumber(size);
      if (number !== undefined && !(Number.isNaN(number) && sign !== "")) return sign === "-" ? -number : number;
      throw new TemplateError(`strconv.ParseFloat: parsing ${quote(value.value)}: invalid syntax`);
    }
    case "uint8":
    case "bool":
    case "nil":
    case "map":
    case "samples":
    case "sample":
    case "struct":
    case "time":
      throw new TemplateError(`can't convert ${typeName(value)} to float`);
  }
}

const larger = ["", "k", "M", "G", "T", "P", "E", "Z", "Y"];
const largerBinary = ["", "ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"];
const smaller = ["", "m", "u", "n", "p", "f", "a", "z", "y"];

function short(value: number): string {
  return formatFloat(value, "g", 4);
}

/** `1234567` is `1.235M`. */
export function humanize(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return short(value);
  return Math.abs(value) >= 1 ? divided(value, 1000, larger) : multiplied(value);
}

/** `1536` is `1.5ki`. */
export function humanize1024(value: number): string {
  if (Math.abs(value) <= 1 || !Number.isFinite(value)) return short(value);
  return divided(value, 1024, largerBinary);
}

function divided(value: number, by: number, prefixes: readonly string[]): string {
  let rest = value;
  let k = 0;
  while (Math.abs(rest) >= by && k < prefixes.length - 1) {
    rest /= by;
    k++;
  }
  return short(rest) + (prefixes[k] ?? "");
}

function multiplied(value: number): string {
  let rest = value;
  let k = 0;
  while (Math.abs(rest) < 1 && k < smaller.length - 1) {
    rest *= 1000;
    k++;
  }
  return short(rest) + (smaller[k] ?? "");
}

/** `93784` seconds are `1d 2h 3m 4s`. */
export function humanizeDuration(value: number): string {
  if (!Number.isFinite(value)) return short(value);
  if (value === 0) return `${short(value)}s`;
  if (Math.abs(value) < 1) return `${multiplied(value)}s`;
  const sign = value < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(value));
  const seconds = whole % 60;
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600) % 24;
  const days = Math.floor(whole / 86_400);
  if (days > 0) return `${sign}${formatFloat(days, "f", 0)}d ${hours}h ${minutes}m ${seconds}s`;
  if (hours > 0) return `${sign}${hours}h ${minutes}m ${seconds}s`;
  return minutes > 0 ? `${sign}${minutes}m ${seconds}s` : `${sign}${short(Math.abs(value))}s`;
}

/** `0.123` is `12.3%`. */
export function humanizePercentage(value: number): string {
  return `${short(value * 100)}%`;
}

/** Seconds since 1970 as a time. */
export function humanizeTimestamp(value: number): string {
  return Number.isFinite(value) ? printTime(timeOf(value)) : short(value);
}

/** Seconds since 1970 as a time, which is exact to the millisecond. */
export function timeOf(seconds: number): TimeValue {
  if (!Number.isFinite(seconds)) throw new TemplateError("value is NaN or Inf");
  const nanoseconds = seconds * 1e9;
  if (Math.abs(nanoseconds) > 2 ** 63) {
    const text = formatFloat(seconds, "g");
    throw new TemplateError(`${text} cannot be represented as a nanoseconds timestamp since it overflows int64`);
  }
  return { kind: "time", value: Math.trunc(Math.trunc(nanoseconds) / 1e6) };
}

/** Seconds as a duration. */
export function durationOf(seconds: number): DurationValue {
  const nanoseconds = Math.trunc(seconds * 1e9);
  const fits = Number.isFinite(nanoseconds) && Math.abs(nanoseconds) < 2 ** 63;
  return { kind: "duration", value: fits ? BigInt(nanoseconds) : -(2n ** 63n) };
}
