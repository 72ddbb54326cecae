import { expect, test } from "vitest";
import { excerpt, printable } from "../../src/prometheus/printable.js";

test.each([
  ["plain ü 世 👍", "plain ü 世 👍"],
  ["\x1b[31mred\x07", "\\u{1b}[31mred\\u{7}"],
  ["a\nb\r\tc", "a\\nb\\r    c"],
  ["\x9b2J\x7f", "\\u{9b}2J\\u{7f}"],
  ["a\u202eb\u200b\u2066\ufeff", "a\\u{202e}b\\u{200b}\\u{2066}\\u{feff}"],
  ["\ud83d", "\\u{d83d}"],
])("%j is shown as %s", (text, shown) => expect(printable(text)).toBe(shown));

test("an excerpt is cut with an ellipsis", () => {
  expect(excerpt("  abcdef  ", 6)).toBe("abcdef");
  expect(excerpt("abcdefg", 6)).toBe("abcde…");
});
