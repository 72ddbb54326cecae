import { expect, test } from "vitest";
import { expandReplacement } from "../../src/promql/replacement.js";

const groups = new Map([
  ["0", "whole"],
  ["1", "one"],
  ["name", "named"],
]);

test.each([
  ["", ""],
  ["plain", "plain"],
  ["$0-$1", "whole-one"],
  ["${1}x", "onex"],
  ["$1x", ""],
  ["$name ${name}_", "named named_"],
  ["$2$missing", ""],
  ["$01", ""],
  ["$$1", "$1"],
  ["$", "$"],
  ["${1", "${1"],
  ["${}", "${}"],
  ["$-", "$-"],
])("%j gives %j", (replacement, expected) => {
  expect(expandReplacement(replacement, groups)).toBe(expected);
});
