import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { matcherDifference, matcherWords } from "../../../src/tutorial/help/matcher-difference.js";

function saidOf(own: string, wanted: string): string {
  const [mine, right] = [own, wanted].map((query) => parse(query).expr);
  const difference = mine && right ? matcherDifference(mine, right) : undefined;
  return difference ? matcherWords(difference) : "-";
}

test.each<[own: string, wanted: string, said: string]>([
  ["up", 'up{a="b"}', "a matcher on the label `a` is missing; everything else is as wanted"],
  ['up{a="b"}', "up", 'leave out the matcher `a="b"`: the rest is right'],
  ['up{a="b", c="d"}', 'up{c=~"x",a="b"}', 'look at the matcher `c="d"`; everything else is as wanted'],
  [
    "rate(x[5m]) / rate(y[5m])",
    'rate(x{a="b"}[5m]) / rate(y{a="b"}[5m])',
    "a matcher on the label `a` is missing; everything else is as wanted",
  ],
  ["rate(x[5m]) / rate(y[5m])", 'rate(x{a="b"}[5m]) / rate(y{a="c"}[5m])', "-"],
  [`up{a="${"b".repeat(60)}"}`, "up", "leave out the matcher `a=…`: the rest is right"],
  ['up{a="b"}', 'up{c="d"}', "-"],
  ['up{a="b"}', 'down{a="c"}', "-"],
  ['{"up.x", a="b"}', '{"up.x", a="c"}', 'look at the matcher `a="b"`; everything else is as wanted'],
  ['{"up.x", a="b"}', '{"up.y", a="c"}', "-"],
  ["up", 'sum(up{a="b"})', "-"],
  ["up", "up", "-"],
])("%s for %s", (own, wanted, said) => {
  expect(saidOf(own, wanted)).toBe(said);
});
