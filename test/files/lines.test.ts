import { expect, test } from "vitest";
import { lineStarts, positionAt } from "../../src/files/index.js";

test.each([
  ["", 0, "1:1"],
  ["ab", 2, "1:3"],
  ["a\nb", 1, "1:2"],
  ["a\nb", 2, "2:1"],
  ["a\r\nb", 2, "1:3"],
  ["a\r\nb", 3, "2:1"],
  ["a\rb", 2, "2:1"],
  ["a\n\n", 3, "3:1"],
  ["😀b\n", 2, "1:3"],
  ["\ufeffa", 1, "1:2"],
])("%j at %i", (text, offset, expected) => {
  const { line, column } = positionAt(lineStarts(text), offset);
  expect(`${line}:${column}`).toBe(expected);
});
