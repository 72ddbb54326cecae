import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../../src/lint/fix.js";
import { changeBetween } from "../../../src/web/editor/change.js";

test.each<[string, string, ReturnType<typeof changeBetween>]>([
  ["up", "up", undefined],
  ["a\nb", "a\r\nb", undefined],
  ["rate(x[5m])", "deriv(x[5m])", { from: 0, to: 4, insert: "deriv" }],
  ["sum(up)", "sum by (job) (up)", { from: 3, to: 3, insert: " by (job) " }],
  ["aa", "a", { from: 1, to: 2, insert: "" }],
  ["", "up", { from: 0, to: 0, insert: "up" }],
  ["up", "a\rb", { from: 0, to: 2, insert: "a\nb" }],
])("%j to %j", (before, after, change) => {
  expect(changeBetween(before, after)).toEqual(change);
});

test("makes any text of any other", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀") });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = changeBetween(before, after);
      expect(applyEdits(before, change ? [change] : [])).toBe(after);
    }),
  );
});
