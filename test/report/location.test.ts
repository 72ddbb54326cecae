import { expect, test } from "vitest";
import { locator } from "../../src/report/location.js";

test.each([
  ["ab\ncd\n", 0, 1, [1, 1, 1, 2]],
  ["ab\ncd\n", 1, 4, [1, 2, 2, 2]],
  ["ab\r\ncd", 4, 6, [2, 1, 2, 3]],
  ["ab\n", 3, 3, [2, 1, 2, 1]],
  ["👍a", 2, 3, [1, 3, 1, 4]],
  ["ab\rcd\r\nef", 3, 8, [2, 1, 3, 2]],
  ["\ufeffab\ncd", 1, 3, [1, 1, 1, 3]],
  ["", 0, 0, [1, 1, 1, 1]],
])("%j from %i to %i", (text, from, to, [line, column, endLine, endColumn]) => {
  expect(locator(text)({ from, to })).toEqual({ from, to, line, column, endLine, endColumn });
});

test("offsets outside of the text are moved to its nearer end", () => {
  expect(locator("ab\n")({ from: -1, to: 99 })).toEqual({
    from: 0,
    to: 3,
    line: 1,
    column: 1,
    endLine: 2,
    endColumn: 1,
  });
});
