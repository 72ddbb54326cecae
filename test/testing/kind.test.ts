import { expect, test } from "vitest";
import { testKind, type TestKind } from "../../src/testing/index.js";

test.each<readonly [text: string, kind: TestKind]>([
  ["load 30s\n  up 1\n", "script"],
  ["\ufeff\r\n# a comment\r\n\t\r\n  LOAD_WITH_NHCB 30s\n", "script"],
  ["eval_fail instant at 0 up\n", "script"],
  ["clear", "script"],
  [`${" \n".repeat(50_000)}clear\n`, "script"],
  [`${"# load 30s\n".repeat(50_000)}tests: []\n`, "unit-tests"],
  ["load: 30s\n", "neither"],
  ["clear : 1\n", "neither"],
  ["loads: 1\n", "neither"],
  ["groups: []\nload 30s\n", "neither"],
  ["rule_files: []\n", "unit-tests"],
  ["tests: []\nevaluation_interval: 1m\n", "unit-tests"],
  ["tests: []\nothers: []\n", "neither"],
  ["", "neither"],
])("%j", (text, kind) => {
  expect(testKind("a.yaml", text)).toBe(kind);
});

test("a name that ends in `.test` is that of a script", () => {
  expect(testKind("a.test", "groups: []")).toBe("script");
});
