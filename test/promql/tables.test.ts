import { expect, test } from "vitest";
import { aggregatorInfo, aggregatorNames, isAggregator } from "../../src/promql/aggregators.js";
import { isAtLeast } from "../../src/promql/features.js";
import { functionInfo, functionNames } from "../../src/promql/functions.js";
import { isLegacyLabel, isLegacyMetric } from "../../src/promql/labels.js";
import { binaryOperators, isBinaryOperator, operatorInfo } from "../../src/promql/operators.js";

test.each<[string, string, boolean]>([
  ["3.14", "3.14.0", true],
  ["3.5.1", "3.14", false],
  ["v2.53.0", "2.53", true],
  ["3.0.0-rc.1", "3.0", true],
  ["10", "9.9", true],
])("%s is at least %s: %s", (version, least, expected) => {
  expect(isAtLeast(version, least)).toBe(expected);
});

test("the names are sorted, and every function has arguments that its bounds allow", () => {
  expect(functionNames).toEqual(functionNames.toSorted());
  expect(aggregatorNames).toEqual(aggregatorNames.toSorted());
  for (const name of functionNames) {
    const { args = [], min = args.length, max = args.length } = functionInfo(name) ?? {};
    expect(min).toBeLessThanOrEqual(max);
  }
});

test("what objects inherit is no name", () => {
  expect(functionInfo("constructor")).toBeUndefined();
  expect(isAggregator("toString")).toBe(false);
  expect(isBinaryOperator("valueOf")).toBe(false);
});

test("only `^` groups from the right", () => {
  expect(binaryOperators.filter((operator) => operatorInfo(operator).rightAssociative)).toEqual(["^"]);
  expect(aggregatorNames.filter((name) => aggregatorInfo(name).param === "string")).toEqual(["count_values"]);
});

test.each([
  ["up", true, true],
  ["a:b", false, true],
  ["_1", true, true],
  ["1a", false, false],
  ["a.b", false, false],
  ["", false, false],
])("%j needs no quotes as a label: %s, as a metric: %s", (text, label, metric) => {
  expect([isLegacyLabel(text), isLegacyMetric(text)]).toEqual([label, metric]);
});
