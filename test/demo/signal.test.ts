import { describe, expect, test } from "vitest";
import { crashLoop, progressWithin, runsWithin } from "../../src/demo/crash-loop.js";
import { countUpTo, lastUpTo } from "../../src/demo/moments.js";
import { randomNumbers, randomUuid } from "../../src/demo/random.js";
import { level, noise, signal, sinceStart, sum, total } from "../../src/demo/signal.js";

const clock = { start: 10_000, step: 1000, length: 4 };
const rates = signal(clock, (_, k) => [1, 2, 0, 4][k] ?? 0);

test("random numbers are from 0 up to 1, the same for the same text, others for another", () => {
  const numbers = (seed: string) => {
    const next = randomNumbers(seed);
    return Array.from({ length: 1000 }, next);
  };
  expect(numbers("a")).toEqual(numbers("a"));
  expect(numbers("a")).not.toEqual(numbers("b"));
  expect(numbers("a").every((number) => number >= 0 && number < 1)).toBe(true);
  const mean = numbers("a").reduce((all, number) => all + number, 0) / 1000;
  expect(mean).toBeCloseTo(0.5, 1);
});

test("an identifier looks like a UUID", () => {
  expect(randomUuid("a")).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(randomUuid("a")).not.toBe(randomUuid("b"));
});

test.each([
  [9000, 1],
  [10_000, 1],
  [10_500, 1.5],
  [11_000, 2],
  [12_750, 3],
  [13_000, 4],
  [20_000, 4],
])("the level at %d ms is %d", (time, expected) => {
  expect(level(clock, rates)(time)).toBe(expected);
});

test.each([
  [9000, -1],
  [10_000, 0],
  [10_500, 0.5],
  [11_500, 2],
  [12_500, 3],
  [13_000, 3],
  [14_000, 7],
])("the total at %d ms is %d", (time, expected) => {
  expect(total(clock, rates)(time)).toBe(expected);
});

describe("with the last two steps repeated", () => {
  const endless = { ...clock, repeated: 2 };

  test.each([
    [13_000, 4],
    [13_001, 2],
    [14_000, 0],
    [15_000, 4],
    [1_000_000_014_500, 2],
  ])("the level at %d ms is about %d", (time, expected) => {
    expect(level(endless, rates)(time)).toBeCloseTo(expected, 1);
  });

  test.each([
    [13_000, 3],
    [14_000, 5],
    [14_500, 5],
    [15_000, 5],
    [16_000, 7],
    [1_000_000_015_000, 1_000_000_005],
  ])("the total at %d ms is %d", (time, expected) => {
    expect(total(endless, rates)(time)).toBe(expected);
  });
});

test.each([
  [999, 0, undefined],
  [1000, 1, 1000],
  [3000, 2, 3000],
  [3499, 2, 3000],
  [3500, 3, 3500],
  [5100, 6, 5000],
])("of times at 1 s, 3 s, and then every 500 ms, at %d ms there were %d", (time, count, last) => {
  expect(countUpTo([1000, 3000], time, 500)).toBe(count);
  expect(lastUpTo([1000, 3000], time, 500)).toBe(last);
});

test.each([
  [10_000, 1],
  [11_000, 2],
  [11_499, 2.998],
  [11_500, 0],
  [12_500, 1],
])("since starts at 9 s and 11.5 s, at %d ms the counter has %d", (time, expected) => {
  expect(sinceStart(total(clock, rates), [9000, 11_500])(time)).toBeCloseTo(expected, 6);
});

test("signals are added step by step", () => {
  expect([...sum(clock, [rates, rates])]).toEqual([2, 4, 0, 8]);
  expect([...sum(clock, [])]).toEqual([0, 0, 0, 0]);
});

test("noise wanders around 0", () => {
  const values = noise({ ...clock, length: 5000 }, "a");
  expect(Math.abs(values.reduce((all, value) => all + value, 0) / 5000)).toBeLessThan(0.1);
  expect(Math.max(...values.map(Math.abs))).toBeLessThan(3);
});

describe("a crash loop", () => {
  const loop = crashLoop(0);

  test("waits twice as long each time, at most five minutes", () => {
    const pauses = loop.starts.map((start, k) => (start - (loop.deaths[k] ?? 0)) / 1000);
    expect(pauses).toEqual([10, 20, 40, 80, 160, 300]);
  });

  test.each([
    [-1, true, 0],
    [0, false, 0],
    [9999, false, 0],
    [10_000, true, 0],
    [40_000, true, 0.5],
    [69_999, true, 1],
    [70_000, false, 0],
    [90_000, true, 0],
    [900_000, false, 0],
    [910_000 + 360_000_000, true, 0],
    [940_000 + 360_000_000, true, 0.5],
    [970_000 + 360_000_000, false, 0],
  ])("at %d ms: runs %s, progress about %d", (time, runs, progress) => {
    expect(runsWithin(loop)(time)).toBe(runs);
    expect(progressWithin(loop)(time)).toBeCloseTo(progress, 2);
  });
});
