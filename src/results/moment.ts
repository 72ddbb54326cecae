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
