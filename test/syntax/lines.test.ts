import { expect, test } from "vitest";
import { lineEnd, lineStarts, nextLine, positionAt } from "../../src/syntax/lines.js";

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
  ["\ufeffa", 0, "1:1"],
  ["\ufeffa", 1, "1:1"],
  ["\ufeffa\nb", 3, "2:1"],
])("%j at %i", (text, offset, expected) => {
  const { line, column } = positionAt(lineStarts(text), offset);
  expect(`${line}:${column}`).toBe(expected);
});

test.each([
  ["ab\ncd", 0, ["ab", "cd"]],
  ["ab\r\ncd", 1, ["b", "cd"]],
  ["ab\rcd\n", 0, ["ab", "cd", ""]],
  ["ab\n\rcd", 0, ["ab", "", "cd"]],
  ["", 0, [""]],
])("the lines of %j from %i", (text, from, expected) => {
  const lines: string[] = [];
  for (let at = from; ;) {
    const end = lineEnd(text, at);
    lines.push(text.slice(at, end));
    if (nextLine(text, end) === end) break;
    at = nextLine(text, end);
  }
  expect(lines).toEqual(expected);
});
