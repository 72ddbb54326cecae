import { expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";
import { nodesOf } from "../../src/syntax/walk.js";

test.each([
  ["sum(up)by(job,pod)", "sum by (job, pod) (up)"],
  ["SUM BY () (up)", "sum(up)"],
  ["sum without()(up)", "sum without () (up)"],
  ["topk  (5,up)", "topk(5, up)"],
  ["rate( up{ b = 'x',a!=`y`, }[5m] )", 'rate(up{a!="y",b="x"}[5m])'],
  ['{"Ａ"="1","😀"="1"}', '{"Ａ"="1","😀"="1"}'],
  ['{"😀"="1","Ａ"="1"}', '{"Ａ"="1","😀"="1"}'],
  ["up{}", "up"],
  ["{'up'}", '{__name__="up"}'],
  ["{'a.b'=\"c\"}", '{"a.b"="c"}'],
  ['"tab\\tquote\\"\\x07é\\u00e9"', '"tab\\tquote\\"\\aéé"'],
  ["'\\xff'", '"\\xff"'],
  ["a+b-c", "a + b - c"],
  ["a ==BOOL b", "a == bool b"],
  ["a+on(x)group_left(y,z)b", "a + on (x) group_left (y, z) b"],
  ["a+ignoring()b", "a + b"],
  ["a+on()b", "a + on () b"],
  ["a + fill(0) b", "a + fill (0) b"],
  ["a + fill_right(1) b", "a + fill_right (1) b"],
  ["-(a)", "-(a)"],
  ["+1.50", "1.5"],
  ["1e3", "1000"],
  ["0x1F", "31"],
  ["1e-7", "0.0000001"],
  ["INF", "+Inf"],
  ["-inf", "-Inf"],
  ["nan", "NaN"],
  ["90s", "1m30s"],
  ["up[90s]", "up[1m30s]"],
  ["up[300]", "up[5m]"],
  ["up[60m:]", "up[1h:]"],
  ["up[1h:300]@1.5 offset 60s", "up[1h:5m] @ 1.500 offset 1m"],
  ["up offset -1h @ start()", "up @ start() offset -1h"],
  ["up[5m+60s]", "up[5m + 1m]"],
  ["up[2*(5m)]", "up[2 * (5m)]"],
  ["up[STEP()]", "up[step()]"],
  ["up[5m] SMOOTHED offset 1m", "up[5m] smoothed offset 1m"],
  ["sum by ('a b', c) (up)", 'sum by ("a b", c) (up)'],
])("%j is printed as %j", (query, printed) => {
  expect(printedForm(query)).toBe(printed);
  expect(printedForm(printed)).toBe(printed);
});

test("a matcher and a duration are printed alone", () => {
  const { expr } = parse('rate(up{job="a"}[60s])');
  expect(expr && [...nodesOf(expr, "LabelMatcher"), ...nodesOf(expr, "DurationLiteral")].map(print)).toEqual([
    'job="a"',
    "1m",
  ]);
});

function printedForm(query: string): string | null {
  const { expr, problems } = parse(query);
  expect(problems).toEqual([]);
  return expr && print(expr);
}
