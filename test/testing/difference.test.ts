import { expect, test } from "vitest";
import { differenceOf } from "../../src/testing/difference.js";

const marks = { missing: "-", unexpected: "+", same: " " } as const;

/** Items are told apart by their first line. */
function difference(expected: readonly string[], found: readonly string[]): string {
  const items = (texts: readonly string[]) =>
    texts.map((text) => ({ key: text.split(" ", 1)[0] ?? "", lines: text.split(" ") }));
  return differenceOf(items(expected), items(found))
    .map(({ kind, text }) => marks[kind] + text)
    .join(" ");
}

test.each([
  [["a", "b"], ["b", "a"], " a  b"],
  [["a", "c"], ["b", "c"], "-a +b  c"],
  [["a 1 2"], ["a 1 3"], " a  1 -2 +3"],
  [["a 2 3"], ["a 1 3"], " a -2 +1  3"],
  [["a 1"], ["a 1 2 3"], " a  1 +2 +3"],
  [["a", "a"], ["a"], " a -a"],
  [[], ["a"], "+a"],
  [[], [], ""],
])("%j and %j", (expected, found, text) => {
  expect(difference(expected, found)).toBe(text);
});
