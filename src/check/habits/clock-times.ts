import type { Reading, Rejected } from "./habit.js";

const times = /\[\s*(\d{1,2}):(\d\d)(?:\s*(?:-|–|to)\s*(\d{1,2}):(\d\d))?\s*\]/g;

/** The time of a clock in brackets: `up[11:00-12:00]`, `up[11:00]`. */
export function* clockTimes({ code }: Rejected): Iterable<Reading> {
  for (const { 0: all, 1: hour, 2: minute, 3: untilHour, 4: untilMinute, index } of code.matchAll(times)) {
    const length = minutesOf(untilHour, untilMinute) - minutesOf(hour, minute);
    const at = { from: index + 1, to: index + all.length - 1 };
    const base = {
      at,
      code: "bad-duration",
      message: "a range is a length of time that ends now, and no time of a clock",
    };
    const help = "write how far it goes back from now, such as `[1h]`; `offset 1h` behind it moves the end";
    if (!(length > 0)) yield { ...base, help };
    else {
      const insert = `${length >= 60 ? `${Math.floor(length / 60)}h` : ""}${length % 60 > 0 ? `${length % 60}m` : ""}`;
      const title = `Write the length, \`[${insert}]\`: it goes back from now, and \`offset 1h\` behind it moves its end`;
      yield { ...base, meant: { title, safety: "suggestion", edits: [{ ...at, insert }], left: "as-well" } };
    }
  }
}

/** `NaN` where a time is missing. */
function minutesOf(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * 60 + Number(minute);
}
