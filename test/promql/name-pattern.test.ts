import { expect, test } from "vitest";
import { matchesSome } from "../../src/promql/name-pattern.js";

test.each([
  ["up", "up", true],
  ["up", "ups", false],
  ["*", "", true],
  ["container_*", "container_cpu_seconds", true],
  ["container_*", "my_container_cpu", false],
  ["*_total", "a_total", true],
  ["*_total", "a_total_b", false],
  ["a*a", "a", false],
  ["a*a", "aa", true],
  ["a*b*c", "a_b_b_c", true],
  ["a*b*c", "a_c_b", false],
  ["a*bc*c", "abc", false],
  ["**", "x", true],
  ["a.b", "axb", false],
  ["", "", true],
])("%j and %j: %j", (pattern, name, expected) => {
  expect(matchesSome([pattern], name)).toBe(expected);
});

test("one of several patterns is enough, and none matches nothing", () => {
  expect(matchesSome(["a", "b*"], "bc")).toBe(true);
  expect(matchesSome([], "bc")).toBe(false);
});

test("many stars take no long time", () => {
  expect(matchesSome([`${"a*".repeat(5000)}b`], "a".repeat(100_000))).toBe(false);
});
