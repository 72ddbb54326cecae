import { expect, test } from "vitest";
import type { QueryResult } from "../../src/prometheus/index.js";
import { decodeQueryResult } from "../../src/prometheus/decode.js";
import { resultCsv } from "../../src/results/csv.js";
import { answerJson, failureJson } from "../../src/results/json.js";

const time = Date.UTC(2026, 2, 2, 12) / 1000;

test.each<readonly [string, QueryResult, string]>([
  [
    "a vector",
    {
      type: "vector",
      series: [
        { labels: { job: "a" }, sample: { time, value: 0.5 } },
        { labels: {}, sample: { time: time + 0.5, value: -Infinity } },
      ],
    },
    "job,time,value|a,2026-03-02T12:00:00Z,0.5|,2026-03-02T12:00:00.500Z,-Inf",
  ],
  [
    "a matrix",
    {
      type: "matrix",
      series: [
        {
          labels: { __name__: "up" },
          samples: [
            { time, value: 1 },
            { time: time + 60, value: NaN },
          ],
        },
      ],
    },
    "__name__,time,value|up,2026-03-02T12:00:00Z,1|up,2026-03-02T12:01:00Z,NaN",
  ],
  ["a number", { type: "scalar", sample: { time, value: 1e-7 } }, "time,value|2026-03-02T12:00:00Z,1e-7"],
  ["a text", { type: "string", time, text: 'a, "b"' }, 'time,value|2026-03-02T12:00:00Z,"a, ""b"""'],
  ["a text that is a formula", { type: "string", time, text: "=1+1" }, "time,value|2026-03-02T12:00:00Z,'=1+1"],
  [
    "other formulas",
    {
      type: "vector",
      series: [{ labels: { a: "+1+1", b: "-cmd|x", c: "@x", d: "\tx" }, sample: { time, value: -1 } }],
    },
    "a,b,c,d,time,value|'+1+1,'-cmd|x,'@x,'\\u{9}x,2026-03-02T12:00:00Z,-1",
  ],
  [
    "no formulas",
    { type: "vector", series: [{ labels: { le: "+Inf", x: "-1.5", y: "-" }, sample: { time, value: 1 } }] },
    "le,x,y,time,value|+Inf,-1.5,-,2026-03-02T12:00:00Z,1",
  ],
  [
    "a native histogram",
    { type: "vector", series: [{ labels: {}, sample: { time, histogram: { count: 1, sum: 2, buckets: [] } } }] },
    'time,value|2026-03-02T12:00:00Z,"{""count"":""1"",""sum"":""2""}"',
  ],
  ["nothing", { type: "vector", series: [] }, "time,value"],
])("CSV of %s", (_, result, expected) => {
  expect(resultCsv(result)).toBe(`${expected.replaceAll(/\|(?!x,)/g, "\r\n")}\r\n`);
});

test.each<QueryResult>([
  { type: "vector", series: [{ labels: { __name__: "up", job: "a\x7f" }, sample: { time, value: 1.5 } }] },
  {
    type: "matrix",
    series: [
      {
        labels: {},
        samples: [
          { time, value: NaN },
          { time: time + 0.125, value: Infinity },
        ],
      },
    ],
  },
  { type: "scalar", sample: { time, value: 1e21 } },
  { type: "string", time, text: "\u202e" },
  {
    type: "vector",
    series: [
      {
        labels: {},
        sample: {
          time,
          histogram: { count: 4, sum: -1, buckets: [{ closed: "both", lower: -0.5, upper: 0.5, count: 4 }] },
        },
      },
    ],
  },
])("JSON is what a client of Prometheus reads: %j", (result) => {
  const text = answerJson({ result, warnings: [], infos: ["PromQL info: x"] });
  const answer = JSON.parse(text) as { readonly data: unknown };
  expect(answer).toEqual({ status: "success", data: answer.data, infos: ["PromQL info: x"] });
  expect(decodeQueryResult(answer.data)).toEqual(result);
});

test("JSON of a query that failed", () => {
  expect(failureJson("bad_data", "no\x9bgood")).toBe(
    '{"status":"error","errorType":"bad_data","error":"no\\u009bgood"}\n',
  );
});
