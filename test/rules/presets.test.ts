import { expect, test } from "vitest";
import { all, presets, recommended } from "../../rules/index.js";
import { check } from "../../src/check/check.js";
import { configureRules } from "../../src/lint/config.js";
import { lint } from "../../src/lint/lint.js";

test.each(Object.entries(presets))("%s sets every rule", (_, settings) => {
  expect(Object.keys(settings)).toEqual(all.map(({ id }) => id));
});

test("recommended is what holds anyway", () => {
  expect(configureRules(all, presets.recommended).map(({ id }) => id)).toEqual(recommended.map(({ id }) => id));
});

test("strict turns on every rule but those that a team has to agree on, and none is an info", () => {
  const rules = configureRules(all, presets.strict);
  expect(all.filter(({ id }) => !rules.some((rule) => rule.id === id)).map(({ id }) => id)).toEqual([
    "alert-name-case",
    "missing-for",
    "recording-rule-name",
    "required-annotations",
    "required-labels",
  ]);
  expect(rules.filter(({ severity }) => severity === "info")).toEqual([]);
});

test.each([
  ['sum(rate(http_request_duration_seconds_bucket{le="1"}[5m]))', ["integer-bucket-label"]],
  ["rate(sum(up)[5m:5m])", ["single-sample-subquery"]],
  ["node_load1[5m]", []],
])("prometheus-3-migration finds in %s: %j", (query, expected) => {
  const rules = configureRules(all, presets["prometheus-3-migration"]);
  expect(lint(query, { rules }).map(({ code }) => code)).toEqual(expected);
});

test("what Prometheus 3 has removed is a problem under every preset", () => {
  expect(check("holt_winters(up[5m], 0.5, 0.5)").map(({ code }) => code)).toEqual(["unknown-function"]);
});
