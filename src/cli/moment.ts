import { InvalidArgumentError } from "commander";

/** Reads a time as Prometheus' API takes it, RFC 3339 or seconds since 1970; returns milliseconds since 1970. */
export function momentOption(value: string): number {
  const time = /^\d{1,12}(?:\.\d{1,9})?$/.test(value) ? Math.round(Number(value) * 1000) : rfc3339(value);
  if (!(time >= earliest && time < latest)) {
    throw new InvalidArgumentError("It takes a time from 1971 to 9999 such as 2026-01-15T12:00:00Z or 1768478400.");
  }
  return time;
}

const earliest = Date.UTC(1971, 0);
const latest = Date.UTC(9999, 0);

/** Not a number for what is no time. */
function rfc3339(text: string): number {
  const parts = /^(\d{4}-\d\d)-(\d\d)[Tt ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)([Zz]|[-+]\d\d:\d\d)$/.exec(text);
  if (!parts) return NaN;
  const [, month = "", day = "", clock = "", zone = ""] = parts;
  // JavaScript would take 30 February for 2 March.
  const isReal = new Date(Date.parse(`${month}-${day}T00:00:00Z`)).getUTCDate() === Number(day);
  return isReal ? Date.parse(`${month}-${day}T${clock}${zone.toUpperCase()}`) : NaN;
}

/** A time in milliseconds since 1970 as people read it, to the second: `2026-01-15T12:00:00Z`. */
export function momentText(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, "Z");
}
