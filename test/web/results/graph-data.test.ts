import { describe, expect, test } from "vitest";
import { valueAxis } from "../../../src/results/axis.js";
import { graphData, hasHistograms, heights, lonePoints } from "../../../src/web/results/graph-data.js";
import { graphText, keyedCursor, momentOf, readingText } from "../../../src/web/results/graph-text.js";
import { seriesNames } from "../../../src/web/results/series-names.js";
import { matrix, noon } from "./data.js";

const gap = undefined;
const none: ReadonlySet<number> = new Set();

describe("series on common times", () => {
  test("a series without a sample at a time has nothing there", () => {
    const { series } = matrix([
      [{ a: "1" }, [1, gap, 3]],
      [{ a: "2" }, [4, 5, 6]],
    ]);
    expect(graphData(series, 60)).toEqual({
      times: [noon - 120, noon - 60, noon],
      values: [
        [1, gap, 3],
        [4, 5, 6],
      ],
    });
  });

  test("where all pause stands a time without values, so that no line joins", () => {
    const { series } = matrix([[{}, [1, gap, gap, 4]]]);
    expect(graphData(series, 60)).toEqual({ times: [noon - 180, noon - 120, noon], values: [[1, gap, 4]] });
  });

  test("native histograms are not drawn", () => {
    const samples = [{ time: noon, histogram: { count: 1, sum: 1, buckets: [] } }];
    expect(graphData([{ labels: {}, samples }], 60).values).toEqual([[gap]]);
    expect(hasHistograms([{ labels: {}, samples }])).toBe(true);
    expect(hasHistograms(matrix([[{}, [1]]]).series)).toBe(false);
  });
});

test("what is not finite has no height", () => {
  const axis = valueAxis(0, 10, undefined, 5);
  expect(heights([0, 5, NaN, Infinity, -Infinity, gap, 10], axis)).toEqual([0, 0.5, null, null, null, null, 1]);
});

test.each([
  [[1], [0]],
  [
    [1, null, 1],
    [0, 2],
  ],
  [[1, 1, null, 0, null], [3]],
  [[null, null], []],
  [[], []],
])("of %j no line joins the points at %j", (points, alone) => {
  expect(lonePoints(points)).toEqual(alone);
});

describe("in words", () => {
  const data = graphData(
    matrix([
      [{ a: "1" }, [1, NaN]],
      [{ a: "2" }, [4096, gap]],
      [{ a: "3" }, [Infinity, 2]],
    ]).series,
    60,
  );

  test.each<[string, ReadonlySet<number>, string | undefined]>([
    ["Graph of 3 series between 1 and 4096; the table has the numbers", none, undefined],
    ["Graph of 3 series between 1 B and 4 KiB; the table has the numbers", none, "bytes"],
    ["Graph of 1 series between 2 and 2; the table has the numbers", new Set([0, 1]), undefined],
    ["Graph of 0 series; the table has the numbers", new Set([0, 1, 2]), undefined],
  ])("%s", (text, hidden, unit) => {
    expect(graphText(data, hidden, unit)).toBe(text);
  });

  test("without a cursor the last values, else those under it", () => {
    expect(momentOf(data, undefined, undefined)).toEqual({ when: "Last values", values: ["NaN", "4096", "2"] });
    expect(momentOf(data, 0, "bytes")).toEqual({
      when: "Values at 2026-03-02 11:59:00 UTC",
      values: ["1 B", "4 KiB", "+Inf"],
    });
    expect(momentOf(data, 1, undefined).values).toEqual(["NaN", "", "2"]);
  });

  test("a moment is read aloud: series that are shown, and no more than one listens to", () => {
    const names = ["a", "b", "c"];
    expect(readingText({ when: "Last values", values: ["1", "", "3"] }, names, none)).toBe(
      "Last values: a 1, b no value, c 3",
    );
    expect(readingText({ when: "Last values", values: ["1", "2", "3"] }, names, new Set([1]))).toBe(
      "Last values: a 1, c 3",
    );
    const many = Array.from({ length: 8 }, (_, k) => String(k));
    expect(readingText({ when: "Last values", values: many }, many, none)).toBe(
      "Last values: 0 0, 1 1, 2 2, 3 3, 4 4 and 3 more",
    );
  });
});

test.each<[string, number | undefined, number | undefined]>([
  ["ArrowLeft", undefined, 59],
  ["ArrowRight", undefined, 60],
  ["ArrowLeft", 0, 0],
  ["ArrowRight", 4, 5],
  ["PageDown", 30, 24],
  ["PageUp", 58, 60],
  ["Home", 30, 0],
  ["End", 30, 60],
  ["Escape", 30, undefined],
])("%s moves the cursor of 61 times from %s to %s", (key, from, place) => {
  expect(keyedCursor(key, from, 61)).toEqual({ place });
});

test("Tab does not move the cursor, and does what it does elsewhere", () => {
  expect(keyedCursor("Tab", 3, 61)).toBeUndefined();
});

test("series are named by the labels that tell them apart, and a lone one by all", () => {
  const pod = (k: number) => ({
    job: "node",
    pod: `a-very-long-name-of-a-pod-that-nobody-reads-to-its-end-${k}`,
    zone: `${k}`,
  });
  expect(seriesNames([{ labels: pod(1) }, { labels: pod(2) }], 60)).toEqual({
    names: ['{zone="1"}', '{zone="2"}'],
    left: ["pod"],
  });
  expect(seriesNames([{ labels: { a: "1", b: "x" } }, { labels: { a: "1", b: "y" } }], 60).names).toEqual([
    '{b="x"}',
    '{b="y"}',
  ]);
  expect(seriesNames([{ labels: { __name__: "up", job: "node" } }], 60)).toEqual({
    names: ['up{job="node"}'],
    left: [],
  });
});
