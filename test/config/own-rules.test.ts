import { describe, expect, test } from "vitest";
import { bareRangeVector } from "../../rules/bare-range-vector.js";
import { all } from "../../rules/index.js";
import { ruleBinder } from "../../src/config/bound-rules.js";
import { readOwnRules } from "../../src/config/own-rules.js";
import { defineRule } from "../../src/lint/rule.js";

const good = {
  id: "own-rule",
  summary: "A query is a query",
  category: "style",
  severity: "info",
  subject: "query",
  check: () => [],
} as const;

describe("readOwnRules", () => {
  test("takes what defineRule gives", () => {
    const rule = defineRule(good);
    expect(readOwnRules([rule], all)).toEqual({ rules: [rule] });
    expect(readOwnRules(undefined, all)).toEqual({ rules: [] });
  });

  test.each<[unknown, string]>([
    [{}, "`ownRules` is not a list"],
    [["rule"], "an item of `ownRules` is no rule"],
    [[null], "an item of `ownRules` is no rule"],
    [[{ ...good, id: "Own Rule" }], "the rule `Own Rule` has no `id` in kebab case"],
    [[{ ...good, id: undefined }], "an item of `ownRules` has no `id` in kebab case"],
    [[{ ...good, summary: 1 }], "the rule `own-rule` has no `summary`"],
    [[{ ...good, severity: "fatal" }], "the rule `own-rule` has no `severity` of error, warning or info"],
    [
      [{ ...good, subject: "toString" }],
      "the rule `own-rule` has no `subject` of query, alerting-rule, recording-rule, rule-group, rule-files, panel, dashboard",
    ],
    [[{ ...good, needs: "call" }], "the rule `own-rule` has no `needs` that is a kind of node, such as `Call`"],
    [[{ ...good, check: "no" }], "the rule `own-rule` has no function `check`"],
    [[{ ...good, options: 3 }], "the rule `own-rule` has no object `options`"],
    [[{ ...good, id: "rate-over-gauge" }], "the id `rate-over-gauge` is taken by another rule"],
    [[good, good], "the id `own-rule` is taken by another rule"],
  ])("%j: %s", (value, message) => {
    expect(readOwnRules(value, all)).toMatchObject({ fault: { message } });
  });
});

test("the same setting of a rule gives the same rule, so that files share it", () => {
  const bind = ruleBinder();
  const rules = [bareRangeVector, ...all.filter((rule) => rule !== bareRangeVector)];
  const [first] = bind(rules, { "bare-range-vector": "info" });
  expect(first?.severity).toBe("info");
  expect(bind(rules, { "bare-range-vector": "info" })[0]).toBe(first);
  expect(bind(rules, { "bare-range-vector": "warning" })[0]).not.toBe(first);
  expect(bind(rules, {})).toEqual(rules);
  expect(bind(rules, { "bare-range-vector": "off" })).toEqual(rules.slice(1));
});
