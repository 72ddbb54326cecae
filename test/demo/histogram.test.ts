import fc from "fast-check";
import { expect, test } from "vitest";
import { exponential, firstBelow, histogram, linear, summary } from "../../src/demo/histogram.js";
import type { Instrument } from "../../src/demo/instrument.js";

const at = (instruments: Iterable<Instrument>, time: number) =>
  Array.from(instruments, ({ name, labels, value }) => {
    const bound = labels["le"] ?? labels["quantile"];
    return [bound === undefined ? name : `${name} ${bound}`, typeof value === "number" ? value : value(time)];
  });

test.each([
  ["exponential(1e-8, 10, 3)", exponential(1e-8, 10, 3), ["1e-08", "1e-07", "1e-06"]],
  ["linear(0.25, 0.25, 3)", linear(0.25, 0.25, 3), ["0.25", "0.5", "0.75"]],
  ["whole numbers", [0, 1, 65_536], ["0", "1", "65536"]],
])("bounds are written as exporters write them: %s", (_, bounds, texts) => {
  const rounded = bounds.map((bound) => Number(bound.toPrecision(6)));
  const buckets = [...histogram("m", {}, rounded, [])].flatMap(({ labels }) => labels["le"] ?? []);
  expect(buckets).toEqual([...texts, "+Inf"]);
});

test("half of the observations are below the median; a bucket of 0 is empty", () => {
  const kinds = [{ count: () => 1000, median: 2, steepness: 3 }];
  expect(at(histogram("m", {}, [0, 1, 2, 4], kinds), 0)).toEqual([
    ...[
      ["m_bucket 0", 0],
      ["m_bucket 1", 112],
      ["m_bucket 2", 500],
      ["m_bucket 4", 890],
      ["m_bucket +Inf", 1000],
    ],
    ...[
      ["m_count", 1000],
      ["m_sum", expect.closeTo(2418.4, 1)],
    ],
  ]);
});

test("of the first numbers of the sequence as many are below a part as come out one by one", () => {
  const numberAt = (n: number): number => (n === 0 ? 0 : ((n % 2) + numberAt(Math.floor(n / 2))) / 2);
  fc.assert(
    fc.property(fc.nat({ max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), (length, part) => {
      const numbers = Array.from({ length }, (_, k) => numberAt(k + 1));
      expect(firstBelow(length, part)).toBe(numbers.filter((number) => number < part).length);
    }),
  );
});

test("what comes into a bucket also comes into the next one", () => {
  const kinds = [
    { count: (time: number) => 0.37 * time, median: 0.02, steepness: 3 },
    { count: (time: number) => 0.11 * time, median: 1.5, steepness: 4 },
  ];
  const buckets = [...histogram("m", {}, exponential(0.005, 2, 10), kinds)].slice(0, 11);
  const growth = (time: number) =>
    buckets.map(({ value }) => (typeof value === "number" ? 0 : value(time + 60) - value(time)));
  for (let time = 0; time < 6000; time += 47) {
    expect(growth(time)).toEqual(growth(time).sort((a, b) => a - b));
  }
});

test("observations of several kinds are in the same buckets", () => {
  const kinds = [
    { count: () => 600, median: 0.001, steepness: 4 },
    { count: () => 400, median: 30, steepness: 9 },
  ];
  expect(at(histogram("m", {}, [1, 1000], kinds), 0).slice(0, 3)).toEqual([
    ["m_bucket 1", 600],
    ["m_bucket 1000", 1000],
    ["m_bucket +Inf", 1000],
  ]);
});

test("whatever is observed, no bucket holds more than the next one", () => {
  const kind = fc.record({
    total: fc.double({ min: 0, max: 1e6, noNaN: true }),
    median: fc.double({ min: 1e-6, max: 1e3, noNaN: true }),
    steepness: fc.double({ min: 1.5, max: 9, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 3 }), (kinds) => {
      const observations = kinds.map(({ total, ...shape }) => ({ ...shape, count: () => total }));
      const values = at(histogram("m", {}, exponential(1e-6, 10, 9), observations), 0).map(([, value]) =>
        Number(value),
      );
      const buckets = values.slice(0, -2);
      expect(buckets).toEqual([...buckets].sort((a, b) => a - b));
      expect(buckets.at(-1)).toBe(values.at(-2));
    }),
  );
});

test("a summary has its quantiles in order, and a sum that fits the count", () => {
  const values = at(summary("m", {}, [0.5, 0.9, 0.99], { count: (time) => time, median: 2, steepness: 4 }), 10.7);
  expect(values.map(([name]) => name)).toEqual(["m 0.5", "m 0.9", "m 0.99", "m_count", "m_sum"]);
  expect(values[0]).toEqual(["m 0.5", 2]);
  expect(Number(values[2]?.[1])).toBeGreaterThan(Number(values[1]?.[1]));
  expect(values[3]).toEqual(["m_count", 10]);
  expect(values[4]).toEqual(["m_sum", expect.closeTo(22.21, 2)]);
});
