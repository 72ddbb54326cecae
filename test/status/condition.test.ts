import { expect, test } from "vitest";
import { defaultRelabelRule } from "../../src/relabel/rule.js";
import { conditionsOf } from "../../src/status/condition.js";

/** Labels, pattern, and each label with the texts or the pattern that is asked of it. */
test.each([
  [["a"], "x", { a: ["x"] }],
  [["a"], "", { a: [""] }],
  [["a"], "x|y", { a: ["x", "y"] }],
  [["a"], "(x|y)", { a: ["x", "y"] }],
  [["a"], "x\\.y", { a: ["x.y"] }],
  [["a"], "x.y", { a: "x.y" }],
  [["a"], "\\d", { a: "\\d" }],
  [["a"], "(x)(y)", { a: "(x)(y)" }],
  [["a"], "x\\\\", { a: ["x\\"] }],
  [["a", "b"], "x;y", { a: ["x"], b: ["y"] }],
  [["a", "b"], "(x;z);y", { a: ["x;z"], b: ["y"] }],
  [["a", "b"], "[;];.+", { a: "[;]", b: ".+" }],
  [["a", "b"], "x\\;y;z", { a: "x\\;y", b: ["z"] }],
  [["a", "b"], ".*", { "a;b": ".*" }],
  [["m_label_x", "m_labelpresent_x"], "(y);true", { m_label_x: ["y"] }],
  [["m_labelpresent_x"], "true", { m_labelpresent_x: ["true"] }],
])("%j %s", (sourceLabels, regex, expected) => {
  const conditions = conditionsOf({ ...defaultRelabelRule, action: "keep", sourceLabels, regex });
  expect(Object.fromEntries(conditions.map(({ label, texts, pattern }) => [label, texts ?? pattern]))).toEqual(
    expected,
  );
});
