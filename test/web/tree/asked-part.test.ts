import { describe, expect, test } from "vitest";
import { dataServer } from "../../../src/embedded/data-server.js";
import type { QueryResult } from "../../../src/prometheus/index.js";
import type { AskedTimes } from "../../../src/results/answer-text.js";
import { parse } from "../../../src/syntax/parse.js";
import { askedPart } from "../../../src/web/tree/asked-part.js";
import { partsOf } from "../../../src/web/tree/parts.js";

const once: AskedTimes = { kind: "instant", time: 3690 };
const range: AskedTimes = { kind: "range", start: 1800, end: 3700, step: 60 };

/** What is asked for each part, and when. */
function asked(query: string, times: AskedTimes): readonly string[] {
  const { expr } = parse(query);
  return (expr ? partsOf(expr) : []).map((part) => {
    const { text, time } = askedPart(part, query, times);
    return `${text} | ${time}`;
  });
}

describe("asked once", () => {
  test.each<readonly [query: string, ...parts: string[]]>([
    ["sum(up)", "sum(up) | 3690", "up | 3690"],
    ["up @ end() offset 5m", "up @ end() offset 5m | 3690"],
    ["(a) + (b # c\n)", "(a) + (b # c\n) | 3690", "a | 3690", "b | 3690"],
    ["rate(a[5m] smoothed)", "rate(a[5m] smoothed) | 3690", "a[5m]  | 3690"],
    ["max_over_time(a[1h:5m])", "max_over_time(a[1h:5m]) | 3690", "a[1h:5m] | 3690", "a | 3600"],
    ["a[1h:5m] offset 10m", "a[1h:5m] offset 10m | 3690", "a | 3000"],
    ["a[1h:5m] @ 1000", "a[1h:5m] @ 1000 | 3690", "a | 900"],
    ["a[1h:]", "a[1h:] | 3690", "a | 3660"],
    ["(a @ start())[10m:7s]", "(a @ start())[10m:7s] | 3690", "a @ 3690.000 | 3689"],
    ["b[1h:5m] @ start()", "b[1h:5m] @ start() | 3690", "b | 3600"],
    [
      "max_over_time(sum(a[10m:1m])[1h:7m])",
      "max_over_time(sum(a[10m:1m])[1h:7m]) | 3690",
      "sum(a[10m:1m])[1h:7m] | 3690",
      "sum(a[10m:1m]) | 3360",
      "a[10m:1m] | 3360",
      "a | 3360",
    ],
  ])("%s", (query, ...parts) => {
    expect(asked(query, once)).toEqual(parts);
  });
});

describe("asked at the last step of a range", () => {
  test.each<readonly [query: string, ...parts: string[]]>([
    ["sum(up)", "sum(up) | 3660", "up | 3660"],
    [
      "up @ start() + up @ end()",
      "up @ 1800.000 + up @ 3700.000 | 3660",
      "up @ 1800.000 | 3660",
      "up @ 3700.000 | 3660",
    ],
    ["a * step()", "a * 60 | 3660", "a | 3660", "60 | 3660"],
    ["rate(a[step() * 2])", "rate(a[1m * 2]) | 3660", "a[1m * 2] | 3660"],
    ["rate(a[range()])", "rate(a[31m40s]) | 3660", "a[31m40s] | 3660"],
    ["a[1h:5m] @ start()", "a[1h:5m] @ 1800.000 | 3660", "a | 1800"],
    ["end() - start()", "3700 - 1800 | 3660", "3700 | 3660", "1800 | 3660"],
  ])("%s", (query, ...parts) => {
    expect(asked(query, range)).toEqual(parts);
  });
});

describe("the value is the one that the part has within the query", () => {
  const data = "load 30s\n  a 0+7x200\n  b 0+1x50 10+3x150\n";
  const { server } = dataServer([{ path: "a.test", text: data }], 0);

  test.each([
    "a",
    "rate(a[5m])",
    "a @ start()",
    "a - a @ end()",
    "rate(a[step() * 3])",
    "a * step() + range()",
    "max_over_time(rate(a[5m])[10m:90s])",
    "sum_over_time(b[10m:90s] @ start())",
    "end() - time()",
  ])("%s", async (query) => {
    const whole = await server.rangeQuery(query, new Date(1_800_000), new Date(3_700_000), 60);
    const { expr } = parse(query);
    const [root] = expr ? partsOf(expr) : [];
    const { text, time } = askedPart(root ?? expect.fail("no part"), query, range);
    const alone = await server.instantQuery(text, new Date(time * 1000));
    expect(lastValue(alone.result)).toBe(lastValue(whole.result));
    expect(lastValue(alone.result)).toBeTypeOf("number");
  });
});

function lastValue(result: QueryResult): number | undefined {
  if (result.type === "string") return undefined;
  if (result.type === "scalar") return result.sample.value;
  const sample = result.type === "vector" ? result.series[0]?.sample : result.series[0]?.samples.at(-1);
  return sample && "value" in sample ? sample.value : undefined;
}
