import { expect, test } from "vitest";
import type { Diagnostic } from "../../../src/lint/rule.js";
import type { Severity } from "../../../src/syntax/problem.js";
import { countText, inOrderOfWeight } from "../../../src/web/editor/finding-words.js";

function found(...severities: readonly Severity[]): readonly Diagnostic[] {
  return severities.map((severity, k) => ({ code: `c${k}`, severity, at: { from: k, to: k }, message: "m" }));
}

test.each<[readonly Severity[], string]>([
  [[], "Nothing is found"],
  [["error"], "1 error"],
  [["info", "error", "warning", "error"], "2 errors, 1 warning, 1 info"],
])("%j are counted", (severities, text) => {
  expect(countText(found(...severities))).toBe(text);
});

test("the worst comes first, then what stands first", () => {
  const order = inOrderOfWeight(found("info", "error", "warning", "error")).map(({ code }) => code);
  expect(order).toEqual(["c1", "c3", "c2", "c0"]);
});
