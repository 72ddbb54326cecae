import { expect, test } from "vitest";
import { tableLines } from "../../src/report/table.js";

test.each([
  ["no row", [], []],
  [
    "numbers at the right, texts at the left",
    [
      ["a", "count", "b"],
      ["long", 5, "x"],
      ["s", 1234, "yy"],
    ],
    ["a     count  b", "long      5  x", "s      1234  yy"],
  ],
  [
    "wide characters",
    [
      ["日本", 1],
      ["a", 22],
    ],
    ["日本   1", "a     22"],
  ],
  ["what a terminal would obey", [["\x1b[31m", 1]], ["\\u{1b}[31m  1"]],
])("%s", (_, rows, expected) => {
  expect(tableLines(rows)).toEqual(expected);
});

test("a cell is painted with its padding", () => {
  const paint = (text: string, row: number, column: number) => (row === 1 && column === 0 ? `<${text}>` : text);
  expect(
    tableLines(
      [
        ["abc", 1],
        ["a", 2],
      ],
      paint,
    ),
  ).toEqual(["abc  1", "<a  >  2"]);
});
