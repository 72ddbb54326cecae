const latest = 8.64e12;

/** A time in seconds since 1970 as RFC 3339 has it: `2026-03-02T12:00:00Z`, with milliseconds where there are some. */
export function momentText(seconds: number): string {
  if (!(Math.abs(seconds) <= latest)) return String(seconds);
  return new Date(Math.round(seconds * 1000)).toISOString().replace(".000Z", "Z");
}

/** The day of a time: `2026-03-02`. */
export function dayText(seconds: number): string {
  return momentText(seconds).split("T", 1).join("");
}

/** The time of a day: `12:00:00`, with milliseconds where there are some. */
export function clockText(seconds: number): string {
  return (momentText(seconds).split("T")[1] ?? momentText(seconds)).replace("Z", "");
}

/**
 * Reads a time as Prometheus' API takes it, in seconds since 1970 or as RFC 3339; returns seconds since 1970, or nothing
 * where it is neither. Source: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function readMoment(text: string): number | undefined {
  if (/^-?\d{1,12}(?:\.\d{1,9})?$/.test(text)) return Number(text);
  const [, date = "", clock = "", zone = ""] =
    /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)([Zz]|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const midnight = new Date(`${date}T00:00:00Z`);
  // A day such as February 30 would be read as one of March.
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(date)) return undefined;
  const time = Date.parse(`${date}T${clock}${zone.toUpperCase()}`);
  return Number.isNaN(time) ? undefined : time / 1000;
}
