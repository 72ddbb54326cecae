import { expect, test } from "vitest";
import { alternativesOf } from "../../src/promql/alternatives.js";

test.each<[pattern: string, alternatives: readonly string[]]>([
  ["a", ["a"]],
  ["", [""]],
  ["a|b.*|", ["a", "b.*", ""]],
  ["(a|b)", ["a", "b"]],
  ["(?:a|b)", ["a", "b"]],
  ["(a|b)c|d", ["(a|b)c", "d"]],
  ["(a)|(b)", ["(a)", "(b)"]],
  ["(a)b(c)", ["(a)b(c)"]],
  ["(?i:a|b)", ["(?i:a|b)"]],
  ["[a|b]|c", ["[a|b]", "c"]],
  ["[]|]|c", ["[]|]", "c"]],
  ["[^]|]|c", ["[^]|]", "c"]],
  ["a\\|b|c", ["a\\|b", "c"]],
  ["a\\(|b", ["a\\(", "b"]],
  ["(a|b", ["(a|b"]],
  ["\\Qa|b\\E", ["\\Qa|b\\E"]],
])("%s", (pattern, alternatives) => {
  expect(alternativesOf(pattern)).toEqual(alternatives);
});
