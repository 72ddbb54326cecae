import picocolors from "picocolors";
import { expect, test } from "vitest";
import { highlightLimit, highlightQuery, loadHighlighter } from "../../src/report/highlight.js";

const colors = picocolors.createColors(true);

test("each style has its stretches", async () => {
  const query = 'sum by (job) (rate(a{b=~"c"}[5m] offset 1h)) > bool 1 and up # why';
  const highlight = await loadHighlighter();
  expect(highlight(query).map(({ from, to, style }) => `${style} ${query.slice(from, to)}`)).toEqual([
    "keyword sum",
    "keyword by",
    "label job",
    "function rate",
    "label b",
    'string "c"',
    "number 5m",
    "keyword offset",
    "number 1h",
    "keyword bool",
    "number 1",
    "keyword and",
    "comment # why",
  ]);
});

test("line breaks are kept, other control characters are shown", async () => {
  expect(await highlightQuery('up{a="\u001b"}\r\n+ 1', picocolors.createColors(false))).toBe('up{a="\\u{1b}"}\n+ 1');
  expect(await highlightQuery('a\n"b"', colors)).toBe(`a\n${colors.green('"b"')}`);
});

test("a long text stays plain", async () => {
  const highlight = await loadHighlighter();
  expect(highlight("1".padStart(highlightLimit)).length).toBe(1);
  expect(highlight("1".padStart(highlightLimit + 1))).toEqual([]);
});
