import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { onlyDifference } from "../../../src/tutorial/help/only-difference.js";

/** What is said in short: the role, what is there and what is wanted. */
function only(own: string, wanted: string): string {
  const [mine, right] = [own, wanted].map((query) => parse(query).expr);
  const found = mine && right ? onlyDifference(mine, right) : undefined;
  return found ? `${found.role}: ${found.got}, not ${found.wanted}` : "-";
}

test.each<[own: string, wanted: string, said: string]>([
  ["rate(up[5m])", "rate(up[1m])", "range: 5m, not 1m"],
  ["rate(a[5m]) / rate(b[300s])", "rate(a[1m]) / rate(b[1m])", "range: 5m, not 1m"],
  ["rate(a[5m]) / rate(b[1h])", "rate(a[1m]) / rate(b[1m])", "-"],
  ["max_over_time(up[1h:5m])", "max_over_time(up[1h:1m])", "step: 5m, not 1m"],
  ["up offset 5m", "up offset 1h", "offset: 5m, not 1h"],
  ["rate(up[5m])", "increase(up[5m])", "function: rate, not increase"],
  ["sum by (job) (up)", "avg (up) by (job)", "aggregation: sum, not avg"],
  ["sum(up) by (job)", "sum by (pod) (up)", "-"],
  ["up > 3", "up < 3", "comparison: >, not <"],
  ["up > 3", "up > 4", "number: 3, not 4"],
  ["a + b", "a - b", "operator: +, not -"],
  ["a and b", "a unless b", "operator: and, not unless"],
  ["a or b", "a + b", "operator: or, not +"],
  ['up{job="a", pod="b"}', 'up{pod="c",job="a"}', 'value: "b", not "c"'],
  ['up{job="a"}', 'up{job!="a"}', "matcher: =, not !="],
  ['up{job="a"}', 'up{pod="a"}', "-"],
  ['up{job="a"}', 'up{job=~"a.*"}', "-"],
  ["up", "down", "metric: up, not down"],
  ["sum by (job) (job)", "sum by (job) (pod)", "metric: job, not pod"],
  ['label_replace(up, "a", "b", "c", "d")', 'label_replace(up, "a", "b", "c", "e")', "-"],
  ["up", "(up)", "-"],
  ["sum( up )", "sum(up)", "-"],
  ["up", "sum(up)", "-"],
])("%s for %s", (own, wanted, said) => {
  expect(only(own, wanted)).toBe(said);
});
