import { expect, test } from "vitest";
import { isWithin } from "../../src/catalogue/version-range.js";

test.each<[string, string, boolean | undefined]>([
  ["1.9.0", ">= 1.9", true],
  ["1.10.0", ">= 1.9", true],
  ["1.8.2", ">= 1.9", false],
  ["v1.29.8-eks-a737599", ">= 1.30", false],
  ["v1.31.4-eks-2d5f260", ">= 1.28 < 1.32", true],
  ["1.32", ">= 1.28 < 1.32", false],
  ["2", "> 1.9.9", true],
  ["2.0.0", "> 2", false],
  ["2.0.0", "= 2", true],
  ["2.0.1", "<= 2", false],
  ["(devel)", ">= 1", undefined],
  ["", ">= 1", undefined],
])("%j is within %j: %j", (version, range, expected) => {
  expect(isWithin(version, range)).toBe(expected);
});
