import { floatOf, type GoValue, intOf, textOf, type DurationValue, type TimeValue } from "./go-value.js";

/** A time as Go prints it, such as `2023-11-14 22:13:20.5 +0000 UTC`. */
export function printTime({ value }: TimeValue): string {
  return formatTime(value, "2006-01-02 15:04:05.999999999 -0700 MST");
}

/** A duration as Go prints it, such as `1h2m3.5s`. */
export function printDuration(nanoseconds: bigint): string {
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const sign = nanoseconds < 0n ? "-" : "";
  if (size === 0n) return "0s";
  if (size < 1_000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${withFraction(size, 1_000n)}µs`;
  if (size < 1_000_000_000n) return `${sign}${withFraction(size, 1_000_000n)}ms`;
  const hours = size / 3_600_000_000_000n;
  const minutes = (size / 60_000_000_000n) % 60n;
  const seconds = `${withFraction(size % 60_000_000_000n, 1_000_000_000n)}s`;
  if (hours > 0n) return `${sign}${hours}h${minutes}m${seconds}`;
  return minutes > 0n ? `${sign}${minutes}m${seconds}` : sign + seconds;
}

function withFraction(size: bigint, unit: bigint): string {
  const digits = unit.toString().length - 1;
  const fraction = (size % unit).toString().padStart(digits, "0").slice(0, digits).replace(/0+$/, "");
  return fraction === "" ? String(size / unit) : `${size / unit}.${fraction}`;
}

const months = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/**
 * A time in milliseconds since 1970, in UTC, in the layout of Go's `Format`.
 * Source: https://pkg.go.dev/time#Layout
 */
function formatTime(milliseconds: number, layout: string): string {
  const date = new Date(milliseconds);
  const two = (value: number): string => String(value).padStart(2, "0");
  const month = months[date.getUTCMonth()] ?? "";
  const day = days[date.getUTCDay()] ?? "";
  const hour = date.getUTCHours();
  const hour12 = hour % 12 || 12;
  const nanoseconds = `${String(date.getUTCMilliseconds()).padStart(3, "0")}000000`;
  const year = String(date.getUTCFullYear()).padStart(4, "0");
  return layout.replace(layoutParts, (part) => {
    if (/^[.,]/.test(part)) {
      const digits = nanoseconds.slice(0, part.length - 1);
      const shown = part.charAt(1) === "9" ? digits.replace(/0+$/, "") : digits;
      return shown === "" ? "" : part.charAt(0) + shown;
    }
    switch (part) {
      case "January":
        return month;
      case "Jan":
        return month.slice(0, 3);
      case "Monday":
        return day;
      case "Mon":
        return day.slice(0, 3);
      case "MST":
        return "UTC";
      case "2006":
        return year;
      case "06":
        return year.slice(-2);
      case "002":
        return String(dayOfYear(date)).padStart(3, "0");
      case "__2":
        return String(dayOfYear(date)).padStart(3, " ");
      case "01":
        return two(date.getUTCMonth() + 1);
      case "1":
        return String(date.getUTCMonth() + 1);
      case "02":
        return two(date.getUTCDate());
      case "_2":
        return String(date.getUTCDate()).padStart(2, " ");
      case "2":
        return String(date.getUTCDate());
      case "15":
        return two(hour);
      case "03":
        return two(hour12);
      case "3":
        return String(hour12);
      case "04":
        return two(date.getUTCMinutes());
      case "4":
        return String(date.getUTCMinutes());
      case "05":
        return two(date.getUTCSeconds());
      case "5":
        return String(date.getUTCSeconds());
      case "PM":
        return hour < 12 ? "AM" : "PM";
      case "pm":
        return hour < 12 ? "am" : "pm";
      default:
        return part.startsWith("Z") ? "Z" : part.replace("-", "+").replace(/[1-9]/g, "0");
    }
  });
}

const layoutParts =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|002|__2|_2(?!006)|0[1-6]|15|[12345]|PM|pm|Z07:00:00|Z07:00|Z070000|Z0700|Z07|-07:00:00|-07:00|-070000|-0700|-07|[.,](?:0+|9+)(?!\d)/g;

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

/** What the methods of a time or a duration answer; `undefined` for one that is not known here. */
export function callMethod(of: TimeValue | DurationValue, name: string, args: readonly GoValue[]): GoValue | undefined {
  const [first] = args;
  if (of.kind === "time" && name === "Format" && first?.kind === "string" && args.length === 1) {
    return textOf(formatTime(of.value, first.value));
  }
  if (args.length > 0) return undefined;
  return of.kind === "time" ? timeMethods[name]?.(of) : durationMethods[name]?.(of);
}

const timeMethods: Readonly<Record<string, (time: TimeValue) => GoValue>> = {
  Day: ({ value }) => intOf(new Date(value).getUTCDate()),
  Hour: ({ value }) => intOf(new Date(value).getUTCHours()),
  Minute: ({ value }) => intOf(new Date(value).getUTCMinutes()),
  Month: ({ value }) => textOf(months[new Date(value).getUTCMonth()] ?? ""),
  Second: ({ value }) => intOf(new Date(value).getUTCSeconds()),
  String: (time) => textOf(printTime(time)),
  UTC: (time) => time,
  Unix: ({ value }) => intOf(Math.floor(value / 1000)),
  UnixMilli: ({ value }) => intOf(value),
  Weekday: ({ value }) => textOf(days[new Date(value).getUTCDay()] ?? ""),
  Year: ({ value }) => intOf(new Date(value).getUTCFullYear()),
  YearDay: ({ value }) => intOf(dayOfYear(new Date(value))),
};

const durationMethods: Readonly<Record<string, (duration: DurationValue) => GoValue>> = {
  Hours: ({ value }) => floatOf(Number(value) / 3.6e12),
  Milliseconds: ({ value }) => intOf(value / 1_000_000n),
  Minutes: ({ value }) => floatOf(Number(value) / 6e10),
  Seconds: ({ value }) => floatOf(Number(value) / 1e9),
  String: ({ value }) => textOf(printDuration(value)),
};
