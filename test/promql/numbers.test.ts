import { expect, test } from "vitest";
import { formatNumber, metricNumber, parseNumber, shortNumber } from "../../src/promql/numbers.js";

test.each([
  ["0", 0],
  ["15", 15],
  ["1.5", 1.5],
  [".5", 0.5],
  ["5.", 5],
  ["1e3", 1000],
  ["1E-3", 0.001],
  ["0x1F", 31],
  ["0X_ff", 255],
  ["0755", 493],
  ["08", 8],
  ["1_000", 1000],
  ["1_000.5", 1000.5],
  ["inf", Infinity],
  ["NaN", NaN],
  ["9223372036854775808", 2 ** 63],
  [`0${"7".repeat(30)}`, 7.777777777777778e29],
])("%s is %d", (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test.each([
  "",
  ".",
  "1e",
  "1e400",
  "0x",
  "0xg",
  "0x8000000000000000",
  "1__0",
  "_1",
  "1_",
  `0${"7".repeat(400)}`,
  "1.5s",
])("%s is no number", (text) => {
  expect(parseNumber(text)).toBeUndefined();
});

test.each([
  [1000, "1000"],
  [1e-7, "0.0000001"],
  [1.5e-9, "0.0000000015"],
  [1e21, "1000000000000000000000"],
  [1.5e22, "15000000000000000000000"],
  [-1e-7, "-0.0000001"],
  [-0, "-0"],
  [NaN, "NaN"],
  [Infinity, "+Inf"],
  [-Infinity, "-Inf"],
])("%d is printed as %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test.each([
  [1, "1", "1.0"],
  [0, "0", "0.0"],
  [-5, "-5", "-5.0"],
  [0.25, "0.25", "0.25"],
  [100_000, "100000", "100000.0"],
  [1_048_576, "1.048576e+06", "1.048576e+06"],
  [0.00001, "1e-05", "1e-05"],
  [Infinity, "+Inf", "+Inf"],
  [-Infinity, "-Inf", "-Inf"],
  [NaN, "NaN", "NaN"],
])("%d is %s in short and %s in a label", (value, short, label) => {
  expect([shortNumber(value), metricNumber(value)]).toEqual([short, label]);
});
