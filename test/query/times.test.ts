import { describe, expect, test } from "vitest";
import { readTimes, type TimesGiven } from "../../src/query/times.js";

const now = Date.UTC(2026, 2, 2, 12) / 1000;

describe("one moment", () => {
  test.each<readonly [string | undefined, number]>([
    [undefined, 0],
    ["now", 0],
    ["-5m", -300],
    ["+1h30m", 5400],
    ["now-1d", -86_400],
    ["2026-03-02T11:59:00Z", -60],
    ["2026-03-02t12:00:00.250z", 0.25],
    ["2026-03-02 21:00:00+09:00", 0],
    [String(now - 7), -7],
    [`${now}.5`, 0.5],
    ["0", -now],
  ])("--time %s", (time, expected) => {
    const given = time === undefined ? {} : { time };
    expect(readTimes(given, now)).toEqual({ kind: "instant", time: now + expected });
  });
});

describe("a range", () => {
  test.each<readonly [string, TimesGiven, readonly [start: number, end: number, step: number]]>([
    ["an hour has a point for each scrape", { last: "1h" }, [-3600, 0, 15]],
    ["the shortest step is a second", { last: "30s" }, [-30, 0, 1]],
    ["a day", { last: "1d" }, [-86_400, 0, 600]],
    ["a year", { last: "1y" }, [-31_536_000, 0, 2 * 86_400]],
    ["seconds without a unit", { last: "600", step: "20" }, [-600, 0, 20]],
    ["an end of its own", { last: "1h", end: "-1h", step: "1m" }, [-7200, -3600, 60]],
    ["a start alone goes to now", { start: "-10m" }, [-600, 0, 5]],
    ["both ends", { start: "2026-03-02T00:00:00Z", end: "now", step: "5m" }, [-43_200, 0, 300]],
    ["the most points that a server gives", { last: "10999s", step: "1s" }, [-10_999, 0, 1]],
  ])("%s: %j", (_, given, [start, end, step]) => {
    expect(readTimes(given, now)).toEqual({ kind: "range", start: now + start, end: now + end, step });
  });
});

describe("what is wrong is said, and what to do", () => {
  test.each<readonly [TimesGiven, string, string]>([
    [{ time: "5m" }, "`5m` is a duration, and no time for --time", "write `--time -5m` for so long before now"],
    [{ time: "yesterday" }, "`yesterday` is no time for --time", "write it as `--time 2026-03-02T12:00:00Z`"],
    [{ time: "2026-02-30T12:00:00Z" }, "`2026-02-30T12:00:00Z` is no time for --time", "write it as"],
    [{ time: "2026-03-02T25:00:00Z" }, "`2026-03-02T25:00:00Z` is no time for --time", "write it as"],
    [{ time: "2026-03-02T12:00:00" }, "`2026-03-02T12:00:00` is no time for --time", "write it as"],
    [{ time: "999999999999" }, "`999999999999` is no time for --time", "write it as"],
    [{ time: "" }, "`` is no time for --time", "write it as"],
    [{ start: "-1x" }, "`-1x` is no time for --start", "write it as `--start "],
    [{ start: "-1h", end: "-2h" }, "the range ends before it starts", "give a `--start` before `--end`"],
    [{ start: "now" }, "the range ends before it starts", "give a `--start` before `--end`"],
    [{ time: "now", last: "1h" }, "--time asks for one moment, and --last for a range", "leave out one of the two"],
    [{ start: "-1h", last: "1h" }, "--start and --last both say where the range starts", "leave out one of the two"],
    [{ step: "5m" }, "--step belongs to a range, and nothing says where it starts", "add `--last 1h`"],
    [{ end: "now" }, "--end belongs to a range, and nothing says where it starts", "add `--last 1h`"],
    [{ last: "an hour" }, "`an hour` is no duration for --last", "write it as `--last 1h`"],
    [{ last: "0s" }, "`0s` is no duration for --last", "write it as `--last 1h`"],
    [{ last: "1h", step: "0" }, "`0` is no duration for --step", "write it as `--step 30s`"],
    [
      { last: "1d", step: "1s" },
      "with --step 1s a series has more than 11000 points",
      "use `--step 10s`, or a shorter range",
    ],
  ])("%j", (given, message, help) => {
    expect(readTimes(given, now)).toEqual({ message, help: expect.stringContaining(help) as unknown });
  });
});
