import { expect, test } from "vitest";
import { readRelabelRules } from "../../src/relabel/read-rules.js";
import { defaultRelabelRule } from "../../src/relabel/rule.js";

test.each([
  ["nothing", undefined, []],
  ["what is left out", [{}], [defaultRelabelRule]],
  ["an action in capitals", [{ action: "Keep" }], [{ ...defaultRelabelRule, action: "keep" }]],
  ["a number as pattern", [{ regex: 443 }], [{ ...defaultRelabelRule, regex: "443" }]],
  ["the pattern of nothing", [{ regex: null }], [{ ...defaultRelabelRule, regex: "" }]],
  [
    "every field",
    [{ action: "hashmod", source_labels: ["a", "b"], separator: "", modulus: 4, target_label: "c", replacement: "" }],
    [
      {
        ...{ action: "hashmod", sourceLabels: ["a", "b"], separator: "", regex: "(.*)" },
        ...{ modulus: 4, targetLabel: "c", replacement: "" },
      },
    ],
  ],
  ["an unknown action", [{}, { action: "explode" }], { index: 1, reason: "`explode` is no action" }],
  ["no modulus", [{ action: "hashmod" }], { index: 0, reason: "its modulus is no number above 0" }],
  ["a text", ["keep"], { index: 0, reason: "it is no mapping" }],
  [
    "a broken pattern",
    [{ regex: "(" }],
    { index: 0, reason: "its regular expression is not valid: missing closing ): `(`" },
  ],
])("%s", (_, data, expected) => {
  expect(readRelabelRules(data)).toEqual(expected);
});

test("what Prometheus itself did not print is empty", () => {
  const [rule] = [readRelabelRules([{ action: "replace", target_label: "a" }], { printed: true })].flat();
  expect(rule).toEqual({ ...defaultRelabelRule, targetLabel: "a", separator: "", replacement: "" });
});
