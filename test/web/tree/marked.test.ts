import { describe, expect, test } from "vitest";
import { excerptOf, marked } from "../../../src/web/tree/marked.js";

describe("a query with a part of it marked", () => {
  test.each<readonly [text: string, from: number, to: number, expected: string]>([
    ["sum(up)", 4, 6, "sum([up])"],
    ["up", 0, 2, "[up]"],
    ["sum(\n  up)", 7, 9, "sum(\n  [up])"],
    ['up{a="\u001b"}', 0, 9, '[up{a="\\u{1b}"}]'],
    [`${"a".repeat(2500)}+b`, 2501, 2502, `…${"a".repeat(1999)}+[b]`],
    [`b+${"a".repeat(2500)}`, 0, 1, `[b]+${"a".repeat(1999)}…`],
    [`b+${"a".repeat(2500)}`, 2, 2502, `b+[${"a".repeat(2000)}…]`],
  ])("%j from %d to %d", (text, from, to, expected) => {
    const { before, part, after } = marked(text, { from, to });
    expect(`${before}[${part}]${after}`).toBe(expected);
  });
});

describe("a part on one line", () => {
  test.each<readonly [text: string, most: number, expected: string]>([
    ["sum(up)", 12, "sum(up)"],
    ["sum(\n    up\n)", 20, "sum( up )"],
    ["sum by (job) (up) > 1", 12, "sum by (… > 1"],
    ["a\u0000b", 12, "a\\u{0}b"],
  ])("%j", (text, most, expected) => {
    expect(excerptOf(text, { from: 0, to: text.length }, most)).toBe(expected);
  });
});
