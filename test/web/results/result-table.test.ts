import { describe, expect, test } from "vitest";
import type { QueryResult } from "../../../src/prometheus/index.js";
import type { AskedTimes } from "../../../src/results/answer-text.js";
import { resultTable } from "../../../src/web/results/result-table.js";
import { nextSort, type Sort, sortedRows } from "../../../src/web/results/sort.js";
import { matrix, noon, vector } from "./data.js";

const instant: AskedTimes = { kind: "instant", time: noon };
const range: AskedTimes = { kind: "range", start: noon - 3600, end: noon, step: 60 };

interface Shown {
  readonly times?: AskedTimes;
  readonly unit?: string;
  readonly room?: number;
}

/** The sentence above, then titles and rows with bars between the cells. */
function shown(result: QueryResult, { times = instant, unit, room = 100 }: Shown = {}): readonly string[] {
  const table = resultTable(result, times, unit, room);
  if (!table) return [];
  const rows = Array.from({ length: table.length }, (_, row) => table.columns.map(({ texts }) => texts[row] ?? ""));
  return [
    table.about,
    ...[table.columns.map(({ title }) => title), ...rows].map((cells) => cells.join(" | ")),
    ...(table.hidden.length > 0 ? [`hidden: ${table.hidden.join(", ")}`] : []),
  ];
}

const pods = vector([
  [{ __name__: "up", job: "node", pod: "a" }, 1],
  [{ __name__: "up", job: "node", pod: "b" }, 0.5],
]);

describe("instant vectors", () => {
  test("what all share is said once, and points stand below each other", () => {
    expect(shown(pods)).toEqual(['All are up{job="node"}', "pod | value", "a | 1  ", "b | 0.5"]);
  });

  test("a series alone is named whole", () => {
    expect(shown(vector([[{ __name__: "up", job: "node" }, 1]]))).toEqual(['up{job="node"}', "value", "1"]);
    expect(shown(vector([[{}, 1]]))).toEqual(["It has no labels.", "value", "1"]);
  });

  test("several metrics have a column, and a label that is missing an empty cell", () => {
    const result = vector([
      [{ __name__: "a", x: "1" }, 1],
      [{ __name__: "b" }, 2],
    ]);
    expect(shown(result)).toEqual(["", "metric | x | value", "a | 1 | 1", "b |  | 2"]);
  });

  test("values of a known unit stand beside what people read", () => {
    const result = vector([
      [{ a: "1" }, 2_177_228_800],
      [{ a: "2" }, NaN],
    ]);
    expect(shown(result, { unit: "bytes" })).toEqual([
      "",
      "a | value | ",
      "1 | 2177228800 | 2.028 GiB",
      "2 |        NaN | ",
    ]);
  });

  test("control characters are visible, and HTML is text", () => {
    const result = vector([
      [{ a: "<b>x</b>\u202e" }, 1],
      [{ a: "\u001b[31m\n" }, 2],
    ]);
    expect(shown(result).slice(2)).toEqual(["<b>x</b>\\u{202e} | 1", "\\u{1b}[31m\\n | 2"]);
  });

  test("for want of room the longest labels are left out, as long as the others tell the series apart", () => {
    const long = "x".repeat(40);
    const result = vector([
      [{ zone: "1", long: `${long}1` }, 1],
      [{ zone: "2", long: `${long}2` }, 2],
    ]);
    expect(shown(result, { room: 30 })).toEqual(["", "zone | value", "1 | 1", "2 | 2", "hidden: long"]);
    expect(shown(result, { room: Infinity })[1]).toBe("long | zone | value");
    // Nothing fits, and one of them is needed.
    expect(shown(result, { room: 0 })[1]).toBe("zone | value");
  });

  test("the buckets of native histograms have lines of their own", () => {
    const buckets = [
      { closed: "right", lower: 0, upper: 0.5, count: 2 },
      { closed: "both", lower: -0.1, upper: 0.1, count: 1 },
    ] as const;
    const sample = { time: noon, histogram: { count: 3, sum: 1.5, buckets } };
    expect(shown({ type: "vector", series: [{ labels: {}, sample }] })).toEqual([
      "It has no labels.",
      "value | buckets",
      "a histogram of 3 observations, sum 1.5, 2 buckets | (0, 0.5]: 2\n[-0.1, 0.1]: 1",
    ]);
  });
});

test("a range vector has a line for each sample, and counts them where series differ", () => {
  const alike = matrix([
    [{ a: "1" }, [1, 2.5]],
    [{ a: "2" }, [3, 4]],
  ]);
  expect(shown(alike)).toEqual([
    "",
    "a | time and value",
    "1 | 11:59:00  1\n12:00:00  2.5",
    "2 | 11:59:00  3\n12:00:00  4",
  ]);
  const unlike = matrix([
    [{ a: "1" }, [1, 2]],
    [{ a: "2" }, [3]],
  ]);
  expect(shown(unlike)[1]).toBe("a | samples | time and value");
});

test("a range answer has the last, the least and the greatest value of each series", () => {
  const result = matrix([
    [{ a: "1" }, [1024, 4096, 2048]],
    [{ a: "2" }, [NaN, -Infinity, 512]],
    [{ a: "3" }, []],
  ]);
  expect(shown(result, { times: range, unit: "bytes" }).slice(1)).toEqual([
    "a | last | min | max",
    "1 |   2 KiB |    1 KiB |   4 KiB",
    "2 | 512 B   | -Inf     | 512 B  ",
    "3 |         |          |        ",
  ]);
});

test("of native histograms over a range only the last is shown: none is the least", () => {
  const samples = [{ time: noon, histogram: { count: 3, sum: 1.5, buckets: [] } }];
  expect(shown({ type: "matrix", series: [{ labels: {}, samples }] }, { times: range })).toEqual([
    "It has no labels.",
    "last | min | max",
    "a histogram of 3 observations, sum 1.5, 0 buckets |  | ",
  ]);
});

test.each<[string, QueryResult]>([
  ["an empty vector", vector([])],
  ["an empty matrix", matrix([])],
  ["a scalar", { type: "scalar", sample: { time: noon, value: 1 } }],
  ["a string", { type: "string", time: noon, text: "a" }],
])("%s has no table", (_, result) => {
  expect(shown(result)).toEqual([]);
});

describe("sorting", () => {
  const table = resultTable(
    vector([
      [{ le: "+Inf", pod: "pod-10" }, 3],
      [{ le: "0.5", pod: "pod-9" }, NaN],
      [{ le: "2", pod: "Pod-1" }, -Infinity],
      [{ le: "10", pod: "pod-2" }, 20],
    ]),
    instant,
    undefined,
    100,
  );

  test.each<[string, Sort | undefined, readonly number[]]>([
    ["without a sort: as the server has them", undefined, [0, 1, 2, 3]],
    ["numbers by size, NaN last", { title: "value", kind: "number", direction: "ascending" }, [2, 0, 3, 1]],
    ["and the greatest first, NaN last", { title: "value", kind: "number", direction: "descending" }, [3, 0, 2, 1]],
    ["bounds of buckets as numbers", { title: "le", kind: "label", direction: "ascending" }, [1, 2, 3, 0]],
    ["names with their numbers as numbers", { title: "pod", kind: "label", direction: "ascending" }, [2, 3, 1, 0]],
    [
      "a column that is not there: as the server has them",
      { title: "job", kind: "label", direction: "ascending" },
      [0, 1, 2, 3],
    ],
  ])("%s", (_, sort, rows) => {
    expect(table && sortedRows(table, sort)).toEqual(rows);
  });

  test.each(table?.columns ?? [])("presses on $title go through both directions and back", (column) => {
    const first = nextSort(column, undefined);
    const second = nextSort(column, first);
    const directions = [first?.direction, second?.direction];
    expect(directions).toEqual(column.kind === "number" ? ["descending", "ascending"] : ["ascending", "descending"]);
    expect(nextSort(column, second)).toBeUndefined();
  });
});
