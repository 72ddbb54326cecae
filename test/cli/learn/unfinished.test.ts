import { expect, test } from "vitest";
import { isUnfinished, isWrittenAnew, openBrackets } from "../../../src/cli/learn/unfinished.js";

test.each<[typed: string, unfinished: boolean]>([
  ["sum(", true],
  ["sum by (job) (\n  rate(up[5m])", true],
  ["up{job=", true],
  ["up[5m", true],
  ["up /", true],
  ["up %", true],
  ["up < 50%", false],
  ["sum(up > 50%", true],
  ["sum by (job)", true],
  ["up", false],
  ["sum(up))", false],
  ['up{job="a', false],
  ["rat(", true],
  ["rate(up{job='a'[1m])", false],
  ["sum(up]", false],
  ["", false],
  ["hint", false],
  ["(".repeat(20_001), false],
])("%j is unfinished: %j", (typed, unfinished) => {
  expect(isUnfinished(typed)).toBe(unfinished);
});

test.each<[typed: string, open: string]>([
  ["sum(", "("],
  ["sum by (job) (rate(up{", "(({"],
  ['sum(up{job="("}) + (up[5m', "(["],
  ["up # (", ""],
  ["up))(", "("],
  ["rate(up{job='a'[1m])", ""],
  ["up /", ""],
])("%j leaves %j open", (typed, open) => {
  expect(openBrackets(typed).join("")).toBe(open);
});

test.each<[before: string, line: string, anew: boolean]>([
  ["sum(rate(up[5m])", "sum(rate(up[5m]))", true],
  ["sum(", "sum(up)", true],
  ["sum(\n", "sum(up)", true],
  ["sum(", "  sum(up)", false],
  ['up{job="nginx"', 'up{job="nginx"}', true],
  ["rat(up[5m]", "rate(up[5m])", true],
  ["sum by (job) (", "up", false],
  ["sum(rate(up[5m])", "up", true],
  ["sum(rate(up[5m])", "sum(rat(up[5m)))", true],
  ["sum(rate(up[5m])", "sum(rate(up[5m])", true],
  ["rate(up[5m)", "rate(up[5m]]", true],
  ["sum(rate(up[5m])", "rate(sum up[5m])", true],
  ["sum(rate(up[5m])", "by (job)", false],
  ["sum(rate(up[5m])", "/ max(up)", false],
  ["sum(rate(up[5m])", ") / max(up) up", false],
  ["sum(rate(up[5m])", "up up", true],
  ["rate(up[5m]", "sum(rate(up[5m])", true],
  ["(sum(up)", "max(up))", false],
  ["sum(", "rat(up[5m])", false],
  ["sum(", "sum(up", false],
  ['up{job="a"', 'pod="b"}', false],
  ['up{job="a"', 'pod="b"', false],
  ['up{job="a"', "sum(up", false],
  ["up /", "up", false],
  ["sum(", "sum(up", false],
  ["sum(", "", false],
])("%j, then %j", (before, line, anew) => {
  expect(isWrittenAnew(line, before)).toBe(anew);
});
