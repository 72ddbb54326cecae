import { describe, expect, test } from "vitest";
import { crashLoop, progressWithin, runsWithin } from "../../src/demo/crash-loop.js";
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
  const loop = crashLoop(0, 1_000_000);

  test("waits twice as long each time, at most five minutes", () => {
    const pauses = loop.starts.map((start, k) => (start - (loop.deaths[k] ?? 0)) / 1000);
    expect(pauses).toEqual([10, 20, 40, 80, 160, 300]);
  });

  test.each([
    [-1, true, 0],
    [0, false, 0],
    [9999, false, 0],
    [10_000, true, 0],
    [42_500, true, 0.5],
    [74_999, true, 1],
    [75_000, false, 0],
    [95_000, true, 0],
  ])("at %d ms: runs %s, progress about %d", (time, runs, progress) => {
    expect(runsWithin(loop)(time)).toBe(runs);
    expect(progressWithin(loop)(time)).toBeCloseTo(progress, 2);
  });
});
