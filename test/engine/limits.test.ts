import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Answer,
  createStorage,
  type Failed,
  instantQuery,
  labelsOf,
  type QueryOptions,
  rangeQuery,
  type Result,
} from "../../src/engine/index.js";
import { engineQuery } from "../live/engine-queries.js";
import { randomFrom, seriesFor } from "./series-for.js";

const end = 1_750_000_000;

function many(series: number): ReturnType<typeof createStorage> {
  const storage = createStorage();
  for (let k = 0; k < series; k++) {
    const labels = labelsOf([
      ["__name__", `m${k % 7}`],
      ["i", String(k)],
    ]);
    for (let time = end - 3600; time <= end; time += 60) storage.append(labels, time * 1000, time % 1000);
  }
  return storage;
}

function errorOf(answer: Answer): Failed["error"] {
  if ("error" in answer) return answer.error;
  throw new Error("there is a result");
}

function resultOf(answer: Answer): Result {
  if ("error" in answer) throw new Error(answer.error.message);
  return answer.result;
}

describe("hostile queries stop at the limits", () => {
  const storage = many(2000);
  const day = 86400;

  test.each([
    ['count_over_time({__name__=~".+"}[3h:1s])', 1],
    ['sum({__name__=~".+"}) + sum(vector(1)[10y:1ms])', 1],
    ["sum_over_time(vector(1)[10y:1ms])", 1],
    ["max_over_time(vector(time())[5y:1s])", 1],
    ['max_over_time(max_over_time({i!=""}[1h:1s])[1h:1s])', 1],
    ['{__name__=~".+"} * on () group_left () {__name__=~".+"}', 11_000],
    ['count_values("v", {__name__=~".+"} * time())', 11_000],
    ['label_replace({__name__=~".+"}, "x", "$1", "i", "(.*)") or {__name__=~".+"} offset 1m', 11_000],
  ])("%s at %i steps", (query, steps) => {
    const { kind, message } = errorOf(
      steps === 1 ? instantQuery(storage, query, end) : rangeQuery(storage, query, end - day, end, day / steps),
    );
    expect(["limit", "execution", "query"]).toContain(kind);
    expect(message).toMatch(
      /too many samples|many-to-many|more than \d+ steps|out of range|expected|maximum resolution/,
    );
  });
});

describe("each limit has its error", () => {
  const storage = many(50);

  test.each<readonly [string, QueryOptions, Failed["error"]]>([
    [
      '{i!=""}',
      { maxSamples: 10 },
      {
        kind: "limit",
        message:
          "query processing would load too many samples into memory in expression evaluation: more than 10. Select fewer series or a shorter range",
      },
    ],
    [
      "time()",
      { maxPoints: 5 },
      { kind: "limit", message: "exceeded maximum resolution of 5 points per timeseries. Try a longer step" },
    ],
    [
      'sum(rate({i!=""}[5m]))',
      { signal: AbortSignal.abort() },
      { kind: "cancelled", message: "query was canceled in expression evaluation" },
    ],
    [
      'sum(rate({i!=""}[5m]))',
      { timeout: 5, clock: tickingClock() },
      {
        kind: "limit",
        message:
          "query timed out in expression evaluation: it took more than 5 ms. Select fewer series, a shorter range or a longer step",
      },
    ],
  ])("%s with %o", (query, options, expected) => {
    expect(errorOf(rangeQuery(storage, query, end - 600, end, 60, options))).toMatchObject(expected);
  });

  test.each([
    [1, 0, 1, "end timestamp must not be before start time"],
    [0, 1, 0, "zero or negative query resolution step widths are not accepted. Try a positive integer"],
    [0, 1, NaN, "zero or negative query resolution step widths are not accepted. Try a positive integer"],
    [NaN, 1, 1, "end timestamp must not be before start time"],
    [0, 1e9, 1, "exceeded maximum resolution of 11000 points per timeseries. Try a longer step"],
  ])("from %d to %d in steps of %d", (start, to, step, message) => {
    expect(errorOf(rangeQuery(storage, "time()", start, to, step)).message).toBe(message);
  });

  test.each([
    ["foo(", /./],
    ["up[5m]", 'invalid expression type "range vector" for range query, must be Scalar or instant Vector'],
    ['"a"', 'invalid expression type "string" for range query, must be Scalar or instant Vector'],
  ])("%s is no query for a range", (query, message) => {
    const error = errorOf(rangeQuery(storage, query, 0, 1, 1));
    expect(error.kind).toBe("query");
    expect(error.message).toEqual(message instanceof RegExp ? expect.stringMatching(message) : message);
  });

  test("what an operand takes is given back", () => {
    const query = Array.from({ length: 200 }, () => 'sum({i!=""})').join(" + ");
    expect(resultOf(instantQuery(storage, query, end, { maxSamples: 200 }))).toMatchObject({ type: "vector" });
  });

  test("a chain of operators may be of any length", () => {
    const query = Array.from({ length: 20_000 }, () => "1").join(" + ");
    expect(resultOf(instantQuery(storage, query, end))).toMatchObject({ sample: { value: 20_000 } });
  });

  test("nesting may be as deep as the parser reads it", () => {
    const query = `${"abs(".repeat(900)}m1${")".repeat(900)}`;
    expect(resultOf(instantQuery(storage, query, end))).toMatchObject({ type: "vector" });
  });
});

/** A clock that goes on by ten milliseconds each time that it is read. */
function tickingClock(): () => number {
  let now = 0;
  return () => (now += 10);
}

test("no query over no series fails in a way that is not foreseen", { timeout: 120_000 }, () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(engineQuery, fc.nat(), fc.constantFrom(1, 7, 60), (query, seed, step) => {
      const storage = seriesFor(query, end, randomFrom(seed));
      for (const delayedNameRemoval of [false, true]) {
        for (const answer of [
          instantQuery(storage, query, end, { delayedNameRemoval }),
          rangeQuery(storage, query, end - 300, end, step, { delayedNameRemoval }),
        ]) {
          kinds.add("error" in answer ? answer.error.kind : answer.result.type);
        }
      }
    }),
    { numRuns: process.env["PROMQL_LINT_FULL"] ? 20_000 : 500 },
  );
  expect(kinds).toEqual(new Set(["vector", "matrix", "scalar", "query", "execution"]));
});
