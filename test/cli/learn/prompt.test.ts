import { expect, test } from "vitest";
import { withoutPrompt } from "../../../src/cli/learn/prompt.js";

test.each<[pasted: string, line: string]>([
  ["promql> up", "up"],
  ["  promql> up", "up"],
  ["promql>up", "up"],
  ["  (...> up", "up"],
  ["({[...>   up", "  up"],
  ["promql > up", "promql > up"],
  ["(up) > 1", "(up) > 1"],
  ["> 1", "> 1"],
])("%j is %j without a prompt", (pasted, line) => {
  expect(withoutPrompt(pasted)).toBe(line);
});
