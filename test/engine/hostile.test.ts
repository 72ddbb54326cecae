import { describe, expect, test } from "vitest";
import { createDemo } from "../../src/demo/demo.js";
import { demoStorage } from "../../src/embedded/demo-storage.js";
import { type Answer, instantQuery, rangeQuery } from "../../src/engine/index.js";

const end = Date.UTC(2026, 0, 15, 12) / 1000;
const day = 86_400;
const all = '{__name__=~".+"}';
const timeout = 700;

const steps = /^a subquery has more than 10000000 steps: make its step longer$/;
const samples = /too many samples into memory.*: more than 10000000\. Select fewer series or a shorter range$/;
const time = /it took more than 700 ms\. Select fewer series, a shorter range or a longer step$/;
const points = /^exceeded maximum resolution of 11000 points per timeseries\. Try a longer step$/;
const pairs =
  /^found duplicate series .*many-to-many matching not allowed: matching labels must be unique on one side$/;

/** A query, how many steps of a day it is asked for, or none, and what its error says. */
const queries: readonly (readonly [name: string, query: string, count: number, message: RegExp])[] = [
  ...each(`count_over_time(${all}[3h:1s])`, [0, samples], [100, samples]),
  ...each(`quantile_over_time(0.5, ${all}[27h])`, [11_000, samples]),
  ...each("mad_over_time(node_cpu_seconds_total[27h])", [11_000, time]),
  ...each("stddev_over_time(node_cpu_seconds_total[27h])", [11_000, time]),
  ...each("max_over_time(vector(1)[100y:1ms])", [0, steps]),
  ...each("time()", [12_000, points]),
  ...each(`${all} * on () group_left () ${all}`, [0, pairs], [11_000, samples]),
  ...each(`${all} or ${all} offset 1m`, [1000, samples]),
  ...each(`topk(10, ${all})`, [11_000, samples]),
  ...each(`count_values("v", ${all})`, [2000, samples]),
  ["50 subqueries in each other", nested(50), 0, time],
  ["40 calls of label_replace that double a label", tower(40), 0, samples],
  ["100 kB of +1", `1${"+1".repeat(50_000)}`, 11_000, time],
  ["5,000 sums of a metric", `node_load1${" + node_load1".repeat(5000)}`, 11_000, time],
  ["a pattern with huge repetitions", '{__name__=~"((a{0,1000}){0,1000}){0,1000}"}', 0, /^error parsing regexp: /],
];

describe("hostile queries over the demo cluster stop at their limit of samples or of time", () => {
  const storage = demoStorage(createDemo({ now: end * 1000 }));

  test.each(queries)("%s", (_name, query, count, message) => {
    const options = { timeout: message === time ? timeout : 60_000 };
    const answer =
      count === 0
        ? instantQuery(storage, query, end, options)
        : rangeQuery(storage, query, end - day, end, day / (count - 1), options);
    expect(errorOf(answer)).toMatch(message);
  });

  test("a pattern that would take exponential time elsewhere is answered before the test times out", () => {
    expect(
      instantQuery(storage, `{__name__=~"${"(x+x+)+".repeat(20)}y", job!="${"(.*)".repeat(200)}"}`, end),
    ).toHaveProperty("result.series", []);
  });
});

function each(query: string, ...asked: readonly (readonly [count: number, message: RegExp])[]) {
  return asked.map(([count, message]) => [`${query} at ${count || 1} steps`, query, count, message] as const);
}

function nested(depth: number): string {
  return `${"max_over_time((".repeat(depth)}node_load1${")[3h:1s])".repeat(depth)}`;
}

function tower(height: number): string {
  const calls = Array.from(
    { length: height },
    (_, k) => `, "l${k}", "$1$1", "${k === 0 ? "instance" : `l${k - 1}`}", "(.*)")`,
  );
  return `${"label_replace(".repeat(height)}{__name__=~"node_.+"}${calls.join("")}`;
}

function errorOf(answer: Answer): string {
  return "error" in answer ? answer.error.message : "none";
}
