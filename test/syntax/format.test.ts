import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { format } from "../../src/syntax/format.js";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";
import { isObject } from "../../src/prometheus/shape.js";
import { query } from "./queries.js";
import { withoutPlaces } from "./without-places.js";

const runs = { numRuns: process.env["PROMQL_LINT_FULL"] === "1" ? 20_000 : 1000 };

/** A width at which each of these takes several lines. */
const narrow = 20;

test.each<[query: string, pretty: string]>([
  ["up", "up"],
  ["  up  ", "up"],
  ["up # with a comment", "up"],
  ["UP", "UP"],
  ["SUM(up)", "sum(up)"],
  ["sum(up)by(job)", "sum by (job) (up)"],
  ["sum by () (up)", "sum(up)"],
  ["sum without () (up)", "sum without () (up)"],
  ['up{pod="b",job="a",}', 'up{job="a",pod="b"}'],
  ["up{}", "up"],
  ["up{job='a'}", 'up{job="a"}'],
  ["up{job=`\\d`}", 'up{job="\\\\d"}'],
  ['{"a.b"}', '{__name__="a.b"}'],
  ["rate(up[300s])", "rate(up[5m])"],
  ["rate(up[90])", "rate(up[1m30s])"],
  ["up offset 3600s @ 5", "up @ 5.000 offset 1h"],
  ["up[1h:1m]", "up[1h:1m]"],
  ["1.50", "1.5"],
  ["0x1F", "31"],
  ["inf", "+Inf"],
  ["5m", "5m"],
  ["a+b*c", "a + b * c"],
  ["a == bool b", "a == bool b"],
  ["a*on(job)group_left(pod)b", "a * on (job) group_left (pod) b"],
  ["- up", "-up"],
  ["(((up)))", "(((up)))"],
])("%j is short: %j", (text, pretty) => {
  expect(formatted(text)).toBe(pretty);
});

test.each<[query: string, pretty: string]>([
  ["sum(rate(http_requests_total[5m]))", "sum(\n  rate(\n    http_requests_total[5m]\n  )\n)"],
  ["sum by (job) (http_requests_total)", "sum by (job) (\n  http_requests_total\n)"],
  ["topk(5, http_requests_total)", "topk(\n  5,\n  http_requests_total\n)"],
  ["http_requests_total / on (job) b", "  http_requests_total\n/ on (job)\n  b"],
  ["aaaaaaaa + bbbbbbbb + cccccccc", "  aaaaaaaa + bbbbbbbb\n+\n  cccccccc"],
  ["aaaaaaaa + bbbbbbbb * cccccccc", "  aaaaaaaa\n+\n  bbbbbbbb * cccccccc"],
  ["(http_requests_total + b)", "(\n    http_requests_total\n  +\n    b\n)"],
  ["-(http_requests_total_of_all)", "-(\n  http_requests_total_of_all\n)"],
  ["sum(http_requests_total)[1h:5m]", "sum(\n  http_requests_total\n)[1h:5m]"],
  ['label_join(up, "abc", ",", "def")', 'label_join(\n  up,\n  "abc",\n  ",",\n  "def"\n)'],
  ["clamp_max(http_requests, 1) > bool 0", "  clamp_max(\n    http_requests,\n    1\n  )\n> bool\n  0"],
])("%j is long for a narrow page", (text, pretty) => {
  expect(formatted(text, narrow)).toBe(pretty);
});

test("bytes count, not characters", () => {
  const text = `abs({a="${"é".repeat(44)}"})`;
  expect(formatted(text)).toBe(text);
  expect(formatted(text.replace("é", "éé"))).toContain("\n");
});

test("a chain of any length is formatted, and lines are not indented without bounds", () => {
  const chain = Array.from({ length: 20_000 }, (_, k) => `metric_${k}`).join(" + ");
  const pretty = formatted(chain);
  expect(pretty.length).toBeLessThan(chain.length * 40);
  expect(print(treeOf(pretty))).toBe(chain);
  const deep = `${"abs(".repeat(1500)}up${")".repeat(1500)}`;
  expect(print(treeOf(formatted(deep)))).toBe(deep);
});

test("formatting changes no meaning, and formatting again changes nothing", () => {
  fc.assert(
    fc.property(query, fc.integer({ min: 1, max: 120 }), (text, width) => {
      const tree = treeOf(text);
      const pretty = format(tree, { width });
      const again = treeOf(pretty);
      expect(withoutPlaces(again)).toEqual(withoutPlaces(tree));
      expect(format(again, { width })).toBe(pretty);
    }),
    runs,
  );
});

test("what fits on a line is what is printed", () => {
  fc.assert(
    fc.property(query, (text) => {
      const tree = treeOf(text);
      expect(format(tree, { width: Infinity })).toBe(print(tree));
    }),
    runs,
  );
});

const folder = process.env["PROMQL_CONFORMANCE"];

describe.skipIf(folder === undefined)("as Prometheus", () => {
  const accepted = folder === undefined ? [] : readPretty(join(folder, "parser.jsonl"));

  test("the pretty forms are the same", () => {
    expect(accepted.length).toBeGreaterThan(500);
    expect(accepted.map(({ input }) => ({ input, pretty: formatted(input) }))).toEqual(accepted);
  });
});

function formatted(text: string, width?: number): string {
  return format(treeOf(text), width === undefined ? {} : { width });
}

function treeOf(text: string) {
  const { expr, problems } = parse(text);
  expect(problems).toEqual([]);
  return expr ?? expect.fail("there is no tree");
}

function readPretty(path: string): { input: string; pretty: string }[] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.flatMap((line) => {
    const value: unknown = JSON.parse(line);
    if (!isObject(value) || typeof value["input"] !== "string") throw new Error(`no input: ${line}`);
    return typeof value["pretty"] === "string" ? [{ input: value["input"], pretty: value["pretty"] }] : [];
  });
}
