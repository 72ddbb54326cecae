import picocolors from "picocolors";
import { expect, test } from "vitest";
import type { MatrixSeries } from "../../src/prometheus/index.js";
import { rangeText } from "../../src/results/range-text.js";
import type { TextOptions } from "../../src/results/text-options.js";

const plain = picocolors.createColors(false);
const start = Date.UTC(2026, 2, 2, 11) / 1000;

/** A series with one value a minute; `undefined` for none. */
function seriesOf(labels: Readonly<Record<string, string>>, values: readonly (number | undefined)[]): MatrixSeries {
  return {
    labels,
    samples: values.flatMap((value, k) => (value === undefined ? [] : [{ time: start + 60 * k, value }])),
  };
}

function each(count: number, value: (k: number) => number | undefined): (number | undefined)[] {
  return Array.from({ length: count }, (_, k) => value(k));
}

function chart(series: readonly MatrixSeries[], options: Partial<TextOptions> = {}, minutes = 60): string[] {
  const range = { start, end: start + 60 * minutes, step: 60 };
  return rangeText(series, range, { colors: plain, width: 60, ...options })
    .trimEnd()
    .split("\n");
}

test("several series are told apart by letters, also where they coincide", () => {
  const series = ["a", "b", "c"].map((job) =>
    seriesOf(
      { job, zone: "x" },
      each(61, (k) => (job === "c" ? k / 20 : 1)),
    ),
  );
  expect(chart(series)).toEqual([
    "3 series from 2026-03-02T11:00:00Z to 2026-03-02T12:00:00Z,",
    "every 1m",
    'all have zone="x"',
    "",
    "3 ┤                                                    ⡠⠤⠔⠊",
    "  │                                               ⣀⠤C⠒⠉",
    "  │                                          ⢀⡠⠔⠒⠊",
    "  │                                      ⣀⠤⠒⠊⠁",
    "2 ┤                                 ⢀⠤⠒⠉⠉",
    "  │                            ⢀⡠⠔⠊⠉⠁",
    "  │                       ⣀⣀⠤⠒⠉⠁",
    "1 ┤⣀⣀⣀⣀⣀⣀A⣀⣀⣀⣀⣀⣀⣀B⣀⣀⣀⣀⣀C⣔⣉⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀A⣀⣀⣀⣀⣀B⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀",
    "  │              ⣀⠤⠔⠊⠁",
    "  │         ⢀⠤⠤⠒⠉",
    "  │    ⢀⡠⠤⠔⠊⠁",
    "0 ┤⣀⠤⠒⠊⠁",
    "  └┬─────────────┬─────────────┬────────────┬─────────────┬",
    "  11:00        11:15         11:30        11:45       12:00",
    "",
    "   min  max  last",
    'A    1    1     1  {job="a"}',
    'B    1    1     1  {job="b"}',
    'C    0    3     3  {job="c"}',
  ]);
  expect(chart(series, { ascii: true }).join("")).toMatch(/^[\x20-\x7e]*$/);
});

test("gaps, numbers that are none, and infinities", () => {
  const values = each(61, (k) => {
    if (k < 10) return 1;
    if (k < 20) return undefined;
    if (k < 30) return 3;
    if (k === 40) return Infinity;
    if (k === 50) return -Infinity;
    return k < 45 ? NaN : 2;
  });
  expect(chart([seriesOf({ job: "a" }, values)])).toEqual([
    "1 series from 2026-03-02T11:00:00Z to 2026-03-02T12:00:00Z,",
    "every 1m",
    "",
    "3 ┤                  ⠈⠉⠉⠉⠉⠉⠉⠉⠉⠁         ▲",
    "  │",
    "  │",
    "  │",
    "2 ┤                                         ⠈⠉⠉⠉⠉ ⠉⠉⠉⠉⠉⠉⠉⠉⠉",
    "  │",
    "  │",
    "1 ┤⣀⣀⣀⣀⣀⣀⣀⣀⣀",
    "  │",
    "  │",
    "  │",
    "0 ┤                                              ▼",
    "  └┬─────────────┬─────────────┬────────────┬─────────────┬",
    "  11:00        11:15         11:30        11:45       12:00",
    "",
    " min   max  last",
    '-Inf  +Inf     2  {job="a"}',
  ]);
});

test("a single point, and a series without any number", () => {
  expect(chart([seriesOf({ job: "a" }, [5]), seriesOf({ job: "b" }, [NaN])])).toEqual([
    "2 series from 2026-03-02T11:00:00Z to 2026-03-02T12:00:00Z,",
    "every 1m",
    "",
    "10 ┤",
    "   │",
    "   │",
    "   │",
    "   │",
    "   │",
    " 5 ┤A",
    "   │",
    "   │",
    "   │",
    "   │",
    " 0 ┤",
    "   └┬─────────────┬────────────┬─────────────┬────────────┬",
    "   11:00        11:15        11:30         11:45      12:00",
    "",
    "   min  max  last",
    'A    5    5     5  {job="a"}',
    'B  NaN  NaN   NaN  {job="b"}',
  ]);
});

test("bytes, in a narrow terminal", () => {
  const series = seriesOf(
    { instance: "192.168.1.57:9100" },
    each(61, (k) => 2 ** 30 * (1 + k / 30)),
  );
  const other = seriesOf(
    { instance: "192.168.2.118:9100" },
    each(61, () => 2 ** 29),
  );
  expect(chart([series, other], { unit: "bytes", width: 40 })).toEqual([
    "2 series from 2026-03-02T11:00:00Z to",
    "2026-03-02T12:00:00Z, every 1m",
    "",
    "3 GiB ┤                            ⢀⡠⠔⠊",
    "      │                        ⣀⠤⠔⠊⠁",
    "      │                    ⣀⠤⠒⠉",
    "      │                ⢀⡠⠔⠊",
    "2 GiB ┤            ⣀⠤⠒⠉⠁",
    "      │        ⢀⠤A⠉",
    "      │    ⣀⡠⠔⠊⠁",
    "1 GiB ┤⣀⠤⠒⠉",
    "      │",
    "      │⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀B⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀",
    "      │",
    "0 GiB ┤",
    "      └┬───────────────┬──────────────┬",
    "      11:00          11:30        12:00",
    "",
    "       min      max     last",
    "A  1 GiB    3 GiB    3 GiB",
    '   {instance="192.168.1.57:9100"}',
    "B  0.5 GiB  0.5 GiB  0.5 GiB",
    '   {instance="192.168.2.118:9100"}',
  ]);
});

test("of many series those are drawn that are greatest on average", () => {
  const many = each(1000, (k) => k).map((value, k) =>
    seriesOf(
      { pod: `pod-${k}` },
      each(61, () => value),
    ),
  );
  const text = chart(many, { limit: 2, limitHelp: "--limit 0 shows all" });
  expect(text.slice(-4)).toEqual([
    "   min  max  last",
    'A  998  998   998  {pod="pod-998"}',
    'B  999  999   999  {pod="pod-999"}',
    "and 998 more, which are less on average: --limit 0 shows all",
  ]);
});

test.each<readonly [string, readonly number[], string | undefined, readonly string[]]>([
  ["zero", [0, 0], undefined, ["1.0", "0.5", "0.0"]],
  ["a constant", [7, 7], undefined, ["15", "10", "5", "0"]],
  ["a negative constant", [-7, -7], undefined, ["0", "-5", "-10", "-15"]],
  ["far from zero", [1000, 1003], undefined, ["1003", "1002", "1001", "1000"]],
  ["near zero", [3, 10], undefined, ["10", "5", "0"]],
  ["on both sides", [-2, 3], undefined, ["4", "2", "0", "-2"]],
  ["thousands", [0, 45_000], undefined, ["60 k", "40 k", "20 k", "0 k"]],
  ["bytes", [0, 700 * 2 ** 20], "bytes", ["800 MiB", "600 MiB", "400 MiB", "200 MiB", "0 MiB"]],
  ["bytes per second", [0, 3000], "bytes per second", ["3 KiB/s", "2 KiB/s", "1 KiB/s", "0 KiB/s"]],
  ["milliseconds", [0, 0.25], "seconds", ["300 ms", "200 ms", "100 ms", "0 ms"]],
  ["hours", [0, 9000], "seconds", ["3 h", "2 h", "1 h", "0 h"]],
  ["tiny", [0, 3e-7], undefined, ["3e-7", "2e-7", "1e-7", "0"]],
  ["huge", [0, 3e300], undefined, ["3e282 E", "2e282 E", "1e282 E", "0 E"]],
  ["the greatest and the least", [-Number.MAX_VALUE, Number.MAX_VALUE], undefined, ["1.7977e290 E", "-1.7977e290 E"]],
  ["the smallest", [0, 5e-324], undefined, ["4.9407e-324", "0"]],
  ["two that hardly differ", [1e15, 1e15 + 0.125], undefined, ["1000000000000000.1", "1000000000000000"]],
])("the value axis: %s", (_, values, unit, ticks) => {
  const text = chart([seriesOf({}, values)], { unit, width: 60 }, 1);
  const found = text.flatMap((line) => (line.includes(" ┤") ? line.split(" ┤", 1).join("").trim() : []));
  expect(found).toEqual(ticks);
});

test.each<readonly [number, number, string]>([
  [1, 60, "11:00:00 11:00:15 11:00:30 11:00:45 11:01:00"],
  [60, 60, "11:00 11:15 11:30 11:45 12:00"],
  [60, 120, "11:00 11:10 11:20 11:30 11:40 11:50 12:00"],
  [60 * 24, 60, "12:00 18:00 00:00 06:00"],
  [60 * 24 * 30, 60, "2026-03-12 2026-03-26"],
])("the time axis of %i minutes on %i columns: %s", (minutes, width, ticks) => {
  const lines = chart([seriesOf({}, [1, 2])], { width }, minutes);
  const ruler = lines.findIndex((line) => line.includes("└"));
  expect(lines[ruler + 1]?.trim().split(/\s+/).join(" ")).toBe(ticks);
});
