import { expect, test } from "vitest";
import { constructNames, constructsOf } from "../../src/tutorial/constructs.js";
import { parse } from "../../src/syntax/parse.js";

test.each<[query: string, constructs: readonly string[]]>([
  ["up", []],
  ["up offset 5m", ["offset"]],
  ["up @ end()", ["@"]],
  ["rate(up[5m] offset 1h)", ["rate", "range", "offset"]],
  ["max_over_time(up[1h:1m] @ 0)", ["max_over_time", "subquery", "@"]],
  ["sum(up)", ["sum"]],
  ["topk by (job) (3, up)", ["topk", "by"]],
  ["avg without (job) (up)", ["avg", "without"]],
  ["(-up) * 2", ["*"]],
  ["a / on (x) group_left (y) b", ["/", "on", "group_left"]],
  ["a > bool ignoring (x) b", [">", "bool", "ignoring"]],
  ["a unless b", ["unless"]],
])("%s", (query, expected) => {
  const { expr } = parse(query);
  const found = expr ? [...constructsOf(expr)] : [];
  expect(found).toEqual(expected);
  expect(found.filter((name) => !constructNames.includes(name))).toEqual([]);
});
