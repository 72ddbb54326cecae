import { expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { maxProblems } from "../../src/syntax/problem.js";
import { parse } from "../../src/syntax/parse.js";
import { everyFeature } from "./features.js";
import { checkMistakes } from "./mistakes.js";

for (const [query, underlined, code, message] of checkMistakes) {
  test(`${JSON.stringify(query)} is wrong at ${JSON.stringify(underlined)}: ${code}`, () => {
    expect(parse(query).problems).toEqual([]);
    const problems = check(query, everyFeature);
    expect(problems.map(({ at }) => query.slice(at.from, at.to))).toEqual([underlined]);
    expect(problems).toMatchObject([{ code, severity: "error", ...(message && { message }) }]);
  });
}

test.each([
  "rate(up[5m])",
  "sum by (job) (rate(up[5m] offset 1h))",
  "topk(scalar(up), up)",
  'label_join(up, "a", ",", "b", "c", "d")',
  'label_join(up, "a", ",")',
  "round(up)",
  "day_of_week()",
  'histogram_quantiles(up, "q", 0.5, 0.9)',
  "info(up)",
  "info(up, {})",
  'info(up, {job=""})',
  "1 == bool 2",
  "up == 1",
  "up + on (job) group_left (pod) down",
  'up + on (job) group_left ("name") down',
  "up and on () down",
  "-up ^ 2",
  "{job=~'.+'}",
  "{job!=''}",
  "{'up'}",
  "{__name__='a', __name__='b'}",
  "{'a', __name__='b'}",
  "up{job=~'(?i)a.*'}",
  "up[5m:1m] offset -1h",
  "up[step()]",
  "up offset 0",
  '"text"',
  "up[5m]",
])("%j is right", (query) => {
  expect(check(query, everyFeature)).toEqual([]);
});

test.each<[string, string[]]>([
  ["rte(up[5m]) + up and", ["rte", ""]],
  ["up[5q] + rate(up)", ["5q", "up"]],
  ["rate(up[)", ["["]],
  ["rate(up[5m] down)", ["down"]],
  ["topk(rate(up))", ["topk(rate(up))", "up"]],
  ["uptime()[5m]", ["uptime", "[5m]"]],
])("what is whole of %j is checked: %j", (query, underlined) => {
  expect(check(query).map(({ at }) => query.slice(at.from, at.to))).toEqual(underlined);
});

test.each<[string, string]>([
  ["nope()", 'unknown function with name "nope"'],
  ["rate(up)", 'expected type range vector in call to function "rate", got instant vector'],
  ["clamp(up, 1)", 'expected 3 argument(s) in call to "clamp", got 2'],
  ["round(up, 1, 2)", 'expected at most 2 argument(s) in call to "round", got 3'],
  ["label_join(up)", 'expected at least 3 argument(s) in call to "label_join", got 1'],
  ["sum(5)", "expected type instant vector in aggregation expression, got scalar"],
  ["topk(up, up)", "expected type scalar in aggregation parameter, got instant vector"],
  ["-up[5m]", 'unary expression only allowed on expressions of type scalar or instant vector, got "range vector"'],
  ["up[5m][1h:]", "subquery is only allowed on instant vector, got matrix instead"],
  ["1 or 2", 'set operator "or" not allowed in binary scalar expression'],
  ["up{a=~'('}", "error parsing regexp: missing closing ): `(`"],
  ["up{__name__='a'}", 'metric name must not be set twice: "up" or "a"'],
])("of %j Prometheus says: %s", (query, prometheus) => {
  expect(check(query)).toMatchObject([{ prometheus }]);
});

test("no more than a hundred problems are reported", () => {
  expect(check("1 == ".repeat(500) + "1")).toHaveLength(maxProblems);
});

test.each<[pattern: string, help: RegExp]>([
  ["*", /repeat what stands before them; write `\.\*` for any characters$/],
  ["a|+b", /repeat what stands before them/],
  ["(?=a)", /no look-around/],
])("the help for the pattern %s", (pattern, help) => {
  expect(check(`up{job=~"${pattern}"}`).map((problem) => problem.help)).toEqual([expect.stringMatching(help)]);
});
