import { describe, expect, test } from "vitest";
import { apply, onlyQuery, ruleFile } from "./rules-around.js";

/** How the scalar is written, a part of the query, and what the file has there. */
const places: readonly [style: string, written: string, part: string, inFile: string][] = [
  ["plain", "rate(up[5m])", "up", "up"],
  ["plain with a comment", "rate(up[5m]) # up", "[5m])", "[5m])"],
  ["plain over two lines", "sum(up)\n      / sum(down)", "down", "down"],
  ["plain over two lines: the fold", "sum(up)  \n      / sum(down)", ") /", ")  \n      /"],
  ["plain after a blank line", "a\n\n      b", "b", "b"],
  ["plain below its key", "\n      up == 0", "== 0", "== 0"],
  ["a number", "1", "1", "1"],
  ["anchor and tag", "&q !!str up == 0", "up", "up"],
  ["single-quoted", "'up{job=\"a\"}'", 'job="a"', 'job="a"'],
  ["single-quoted: a doubled quote", "'up{job=''a''}'", "'a'", "''a''"],
  ["single-quoted: after a doubled quote", "'up{job=''a''} > 1'", "> 1", "> 1"],
  ["single-quoted over two lines", "'up\n      == 0'", "== 0", "== 0"],
  ["double-quoted", '"up{job=\\"a\\"}"', '"a"', '\\"a\\"'],
  ["double-quoted: after escapes", '"up{job=\\"\\u0061\\x61\\"} > 1"', "> 1", "> 1"],
  ["double-quoted: an escaped line break", '"up \\\n      == 0"', "== 0", "== 0"],
  ["double-quoted over two lines", '"up\n      == 0"', "up ==", "up\n      =="],
  ["double-quoted: an escaped line feed", '"up\\n== 0"', "== 0", "== 0"],
  ["double-quoted: escaped surrogates", '"up{a=\\"\\ud83d\\ude00\\"} > 1"', "😀", "\\ud83d\\ude00"],
  ["double-quoted: escaped code point", '"up{a=\\"\\U0001F600\\"} > 1"', '😀"', '\\U0001F600\\"'],
  ["literal", "|\n      sum(\n        up\n      )", "up", "up"],
  ["literal: several lines", "|\n      sum(\n        up\n      )", "(\n  up\n)", "(\n        up\n      )"],
  ["literal: blank lines", "|\n\n      a\n\n\n      + b", "+ b", "+ b"],
  ["literal: a tab", "|\n      a\n      \t+ b", "\t+ b", "\t+ b"],
  ["literal: emoji", "|\n      a{b='😀'}\n      + c", "+ c", "+ c"],
  ["literal: a comment in the header", "|- # why - so\n      a\n      + b", "+ b", "+ b"],
  ["literal: indentation and strip", "|2-\n        a\n      + b", "  a\n+", "  a\n      +"],
  ["literal: keep", "|+\n      a\n      + b\n\n", "+ b", "+ b"],
  ["literal: PromQL comment", "|\n      # first\n      up", "up", "up"],
  ["folded", ">\n      sum(up)\n      / sum(down)", "down", "down"],
  ["folded: the fold", ">-\n      sum(up)\n      / sum(down)", ") / s", ")\n      / s"],
  ["folded: more indented", ">-\n      sum(\n        up\n      )", "up\n)", "up\n      )"],
  ["folded: blank lines", ">\n      a\n\n      + b\n", "+ b", "+ b"],
];

function inFile(text: string, part: string): string {
  const query = onlyQuery(text);
  expect(query.map.exact).toBe(true);
  const from = query.text.indexOf(part);
  expect(from).not.toBe(-1);
  const span = query.map.span({ from, to: from + part.length });
  expect(query.map.offset(from)).toBe(span.from);
  return text.slice(span.from, span.to);
}

describe("the place of a part of a query", () => {
  test.each(places)("%s", (_style, written, part, expected) => {
    expect(inFile(ruleFile(written), part)).toBe(expected);
  });

  test.each(places)("%s, with CR LF and a byte order mark", (_style, written, part, expected) => {
    const text = `\ufeff${ruleFile(written).replaceAll("\n", "\r\n")}`;
    expect(inFile(text, part)).toBe(expected.replaceAll("\n", "\r\n"));
  });

  test("an empty span stays where it is", () => {
    const text = ruleFile("|\n      a\n      + b");
    const { map } = onlyQuery(text);
    const { from, to } = map.span({ from: 5, to: 5 });
    expect([text.slice(0, from).split("\n").at(-1), to]).toEqual(["      + b", from]);
  });

  test("places outside the query are at its ends", () => {
    const text = ruleFile("up");
    const { map } = onlyQuery(text);
    const { from, to } = map.span({ from: -3, to: 99 });
    expect(text.slice(from, to)).toBe("up");
  });
});

/** How the scalar is written, what to replace by what in the query, and how it is written then. */
const rewrites: readonly [name: string, written: string, part: string, insert: string, expected: string | undefined][] =
  [
    ["plain", "rate(up[5m]) # note", "rate", "deriv", "deriv(up[5m]) # note"],
    ["plain over two lines", "sum(up)\n      / sum(down)", "down", "x", "sum(up)\n      / sum(x)"],
    ["plain that holds a colon afterwards", "sum(up) # note", "up", "a: b", "'sum(a: b)' # note"],
    ["plain that holds a comment afterwards", "sum(up)", "up", "a #b", "'sum(a #b)'"],
    ["plain that begins with a quote afterwards", "up", "up", "'a' + up", "'''a'' + up'"],
    ["plain that is no string afterwards", "up", "up", "1", "'1'"],
    ["plain that is no string in YAML 1.1", "up", "up", "yes", "'yes'"],
    ["plain that takes two lines afterwards", "up", "up", "sum(\n  up\n)", "|-\n      sum(\n        up\n      )"],
    ["plain with a comment that takes two lines", "up # note", "up", "a\nb", '"a\\nb" # note'],
    ["single-quoted", "'sum(up)'", "up", "up{a='b'}", "'sum(up{a=''b''})'"],
    ["single-quoted that takes two lines", "'sum(up)'", "up", "\nup", "|-\n      sum(\n      up)"],
    ["double-quoted", '"sum(\\x75p)"', "sum", 'avg by ("a\\n\n")', '"avg by (\\"a\\\\n\\n\\")(\\x75p)"'],
    ["literal", "|\n      sum(up)\n", "up", "\n  up\n", "|\n      sum(\n        up\n      )\n"],
    ["literal: joins lines", "|\n      sum(\n        up\n      )\n", "\n  up\n", "up", "|\n      sum(up)\n"],
    ["literal: keeps other lines", "|-\n      a  \n\n      + up # c", "up", "x", "|-\n      a  \n\n      + x # c"],
    ["literal: a part that begins with a blank", "|\n      up + a\n", "up", "  up", undefined],
    ["literal: all of it begins with a blank", "|\n      up\n", "up", "  up\nup", "|2\n        up\n      up\n"],
    ["folded", ">-\n      sum(up)\n      / sum(down)", "up", "x", ">-\n      sum(x)\n      / sum(down)"],
    ["folded: a line feed", ">-\n      a + b", " + ", "\n+ ", ">-\n      a\n\n      + b"],
    ["folded: indented", ">-\n      sum(up)", "up", "\n  up\n", ">-\n      sum(\n        up\n      )"],
    ["alias target", "&q up", "up", "down", "&q down"],
  ];

describe("a rewritten query", () => {
  test.each(rewrites)("%s", (_name, written, part, insert, expected) => {
    expect(rewritten(ruleFile(written), part, insert)).toBe(expected === undefined ? undefined : ruleFile(expected));
  });

  test.each(rewrites)("%s, with CR LF and a byte order mark", (_name, written, part, insert, expected) => {
    const windows = (text: string): string => `\ufeff${ruleFile(text).replaceAll("\n", "\r\n")}`;
    expect(rewritten(windows(written), part, insert)).toBe(expected === undefined ? undefined : windows(expected));
  });

  test("in flow style and JSON it gets double quotes", () => {
    expect(rewritten(json("up"), "up", "a: b")).toBe(json('"a: b"'));
    expect(rewritten(json('"up\\n"'), "up", 'a{b="c"}\n')).toBe(json('"a{b=\\"c\\"}\\n\\n"'));
  });

  test("overlapping edits and half an escape are refused", () => {
    const { map } = onlyQuery(ruleFile('"sum(\\U0001F600)"'));
    expect(map.rewrite([{ from: 4, to: 5, insert: "a" }])).toBeUndefined();
    expect(
      map.rewrite([
        { from: 0, to: 3, insert: "a" },
        { from: 2, to: 4, insert: "b" },
      ]),
    ).toBeUndefined();
  });
});

function json(expr: string): string {
  return `{"groups": [{"name": "g", "rules": [{"record": "r", "expr": ${expr}}]}]}`;
}

function rewritten(text: string, part: string, insert: string): string | undefined {
  const query = onlyQuery(text);
  const from = query.text.indexOf(part);
  const edits = query.map.rewrite([{ from, to: from + part.length, insert }]);
  if (!edits) return undefined;
  const result = apply(text, edits);
  expect(onlyQuery(result).text).toBe(query.text.replace(part, () => insert));
  return result;
}
