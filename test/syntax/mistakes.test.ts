import { expect, test } from "vitest";
import { maxProblems } from "../../src/syntax/problem.js";
import { parse } from "../../src/syntax/parse.js";
import { syntaxMistakes } from "./mistakes.js";

for (const [query, underlined, code, message] of syntaxMistakes) {
  test(`${JSON.stringify(query)} is wrong at ${JSON.stringify(underlined)}: ${code}`, () => {
    const { problems } = parse(query);
    expect(problems.map(({ at }) => query.slice(at.from, at.to))).toEqual([underlined]);
    expect(problems).toMatchObject([{ code, severity: "error", ...(message && { message }) }]);
  });
}

/** What is underlined, from the first mistake to the last. */
test.each<[string, string[]]>([
  ["up[5q] + down[m]", ["5q", "m"]],
  ["sum(up down) + (1 2)", ["down", "2"]],
  ["up{job=a} + down{job=b}", ["a", "b"]],
  ["abs(up,) + abs(,up)", [",", ","]],
  ["1 offset 5m + 2 @ 3", ["1", "2"]],
  ["up ; down[1m1h] )", [";", "1m1h", ")"]],
])("%j has several mistakes: %j", (query, underlined) => {
  expect(parse(query).problems.map(({ at }) => query.slice(at.from, at.to))).toEqual(underlined);
});

test.each<[string, string]>([
  ["up)", "unexpected right parenthesis ')'"],
  ["(up", "unclosed left parenthesis"],
  ["up{", "unexpected end of input inside braces"],
  ["up[", "unexpected end of input in duration expression"],
  ["up[5m", "unclosed left bracket"],
  ["up]", "unexpected right bracket ']'"],
  ["up & down", "unexpected character: '&'"],
  ["up{a!'b'}", "unexpected character after '!' inside braces: '\\''"],
  ['up{a="b" or c="d"}', 'unexpected identifier "or" in label matching, expected "," or "}"'],
  ["up{a~='b'}", "unexpected character inside braces: '~'"],
  ["up{a=='b'}", 'unexpected "=" in label matching, expected string'],
  ["up{a=>'b'}", "unexpected character inside braces: '>'"],
  ["up{a in ('b', 'c')}", 'unexpected identifier "in" in label matching, expected label matching operator'],
  ["up{a={'b', 'c'}}", "unexpected left brace '{'"],
  ["up{a=b.c}", 'unexpected identifier "b" in label matching, expected string'],
  ["up{a=5xx}", "unexpected character inside braces: '5'"],
  ["up[a='b']", "unexpected character in duration expression: 'a'"],
  ["sum(up(a='b'))", 'unexpected "=" in aggregation'],
  ["sum(up(a=~'b'))", "unexpected character after '=': '~'"],
  ["sum by (a=~'b') (up)", "unexpected character after '=': '~'"],
  ["sum up", 'unexpected identifier "up"'],
  ["sum by (job) up", 'unexpected identifier "up" in aggregation'],
  ["up group by (job)", "unexpected <aggr:group>"],
  ["!", "unexpected character after '!': '\uFFFD'"],
  ["up down", 'unexpected identifier "down"'],
  ["up a:b", 'unexpected metric identifier "a:b"'],
  ["sum(up down)", 'unexpected identifier "down" in aggregation'],
  ["sum(rate(up[5m] ofset 1h))", 'unexpected identifier "ofset" in aggregation'],
  ["up 'a longer string'", 'unexpected string "\'a longer "...'],
  ["up BY (job)", "unexpected <BY>"],
  ["up + ATAN2", "unexpected <op:ATAN2>"],
  ["up @ sum", "unexpected <aggr:sum> in @, expected timestamp"],
  ["sum by job (up)", 'unexpected identifier "job" in grouping opts, expected "("'],
  ["0deadbeef", 'bad number or duration syntax: "0de"'],
  ["1..5", 'bad number or duration syntax: "1.."'],
  ["1e400", 'error parsing number: strconv.ParseFloat: parsing "1e400": value out of range'],
  ["1__0", 'bad number or duration syntax: "1__"'],
  ["5h1m1d", 'not a valid duration string: "5h1m1d"'],
  ["3y7ds", 'unknown unit "ds" in duration "3y7ds"'],
  ['"a', "unterminated quoted string"],
  ['"a\\', "escape sequence not terminated"],
  ["`a", "unterminated raw string"],
  ['"\\c"', "unknown escape sequence U+0063 'c'"],
  ['"\\x4"', "illegal character U+0022 '\"' in escape sequence"],
  ['"\\ud800"', "escape sequence is an invalid Unicode code point"],
  ["abs(up,)", "trailing commas not allowed in function call args"],
  ["sum()", "no arguments for aggregate expression provided"],
])("of %j Prometheus says: %s", (query, prometheus) => {
  expect(parse(query).problems).toMatchObject([{ prometheus }]);
});

test.each([
  "]".repeat(500),
  ")".repeat(500),
  "{".repeat(500),
  "a{" + "b,".repeat(500),
  `"${"\\q".repeat(500)}"`,
  "1 2, ".repeat(500),
  "sum(".repeat(10_000) + ";".repeat(500),
])("no more than %#: a hundred problems are reported", (query) => {
  expect(parse(query).problems).toHaveLength(Math.min(maxProblems, 100));
});
