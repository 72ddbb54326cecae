import { momentText, readMoment } from "../../results/moment.js";

/** A moment in seconds since 1970 as a field for a date and a time shows it, which is in UTC here: `2026-03-02T12:00:00`. */
export function fieldText(moment: number | undefined): string {
  return moment === undefined ? "" : momentText(Math.floor(moment)).replace("Z", "");
}

/** What such a field holds, in seconds since 1970; nothing where it is empty. Seconds may be missing. */
export function readField(text: string): number | undefined {
  return readMoment(`${/T\d\d:\d\d$/.test(text) ? `${text}:00` : text}Z`);
}
