import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCodePoints } from "../../src/promql/code-points.js";

test.each([
  ["", "a"],
  ["a", "b"],
  ["a", "aa"],
  ["B", "a"],
  ["a", "é"],
  ["é", "Ａ"],
  ["Ａ", "😀"],
  ["\uffff", "\u{10000}"],
  ["xＡ", "x😀"],
  ["😀", "😁"],
  ["😀", "😀a"],
])("%j stands before %j", (first, second) => {
  expect(Math.sign(compareCodePoints(first, second))).toBe(-1);
  expect(Math.sign(compareCodePoints(second, first))).toBe(1);
});

test("texts are sorted as their bytes are", () => {
  const text = fc.string({
    unit: fc.constantFrom("", "a", "b", "~", "é", "\ud7ff", "\ue000", "Ａ", "\uffff", "😀", "𐀀"),
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});
