import { expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { print } from "../../../src/syntax/print.js";
import { oneStep } from "../../../src/tutorial/help/one-step.js";
import { stepWords } from "../../../src/tutorial/help/step-words.js";

/** The kind of the step, its part and what is said of it. */
function stepOf(own: string, wanted: string): string {
  const [mine, right] = [own, wanted].map((query) => parse(query).expr);
  const step = mine && right ? oneStep(mine, right) : undefined;
  if (!step) return "-";
  return `${step.kind} ${step.isWhole ? "whole" : print(step.part)}: ${stepWords(step) ?? "-"}`;
}

const around = (part: string, what: string) =>
  `one step is missing around ${part}: ${what}; everything else is as wanted`;

test.each<[own: string, wanted: string, said: string]>([
  ["sum(up)", "up", "superfluous whole: leave out `sum`: the rest is right"],
  ["sum(abs(up)) * 2", "sum(up) * 2", "superfluous up: leave out `abs()`: the rest is right"],
  ["max(a / 60)", "max(a)", "superfluous a: leave out `/` and what follows it: the rest is right"],
  ["max((60 / a))", "max(a)", "superfluous a: leave out `/` and what stands before it: the rest is right"],
  ["max(60 / a)", "max(a)", "superfluous a: leave out `/` and what stands before it: the rest is right"],
  ["-up", "up", "superfluous whole: leave out the sign `-`: the rest is right"],
  ["rate(up[5m])", "up", "superfluous whole: leave out `rate()`: the rest is right"],
  ["up", "-up", `missing whole: ${around("your query", "the opposite sign")}`],
  [
    "up",
    "rate(up[5m])",
    `missing whole: ${around("your query", "a range in brackets, and a function that gives how fast each counter grows per second")}`,
  ],
  [
    "up[5m]",
    "max_over_time(up[5m])",
    `missing whole: ${around("your query", "a function that gives the highest sample of each series")}`,
  ],
  ["a / b", "abs(a) / b", `missing a: ${around("`a`", "a function that gives the absolute value of each value")}`],
  ["(a) / b", "sum(a) / b", `missing a: ${around("`a`", "an aggregation, which makes one series of all")}`],
  [
    "a / b",
    "sum by (x, y) (a) / b",
    `missing a: ${around("`a`", "an aggregation, which makes one series of all that have the same `x` and `y`")}`,
  ],
  ["a / b", "a / sum(b)", `missing b: ${around("`b`", "an aggregation, which makes one series of all")}`],
  [
    "a",
    "max without (x) (a)",
    `missing whole: ${around("your query", "an aggregation, which makes one series of several")}`,
  ],
  ["topk(3, a)", "topk(3, a * 8)", `missing a: ${around("`a`", "a calculation with a number")}`],
  ["a", "a / b", `missing whole: ${around("your query", "a calculation with other series")}`],
  ["a", "a > 3", `missing whole: ${around("your query", "a comparison, which leaves out series")}`],
  [
    "a",
    "a unless b",
    `missing whole: ${around("your query", "an operator that looks for the same labels in other series")}`,
  ],
  [
    'max(x{job="a-job-with-a-very-long-name-that-fills-the-whole-line-of-it"})',
    'max(abs(x{job="a-job-with-a-very-long-name-that-fills-the-whole-line-of-it"}))',
    `missing x{job="a-job-with-a-very-long-name-that-fills-the-whole-line-of-it"}: ${around("a part of your query", "a function that gives the absolute value of each value")}`,
  ],
  ["a / b", "b / a", "turned whole: exchange the two sides of `/`; everything else is as wanted"],
  ["1 - a / b", "1 - b / a", "turned a: exchange the two sides of `/`; everything else is as wanted"],
  ["a / b", "b - a", "-"],
  ["up", "up", "-"],
  ["up[5m]", "up", "-"],
  ["up", "up[5m:]", "-"],
  ["sum(a)", "max(abs(a))", "-"],
  ["a + b", "abs(a) + abs(b)", "-"],
  ["a + on (x) b", "abs(a) + b", "-"],
])("%s for %s", (own, wanted, said) => {
  expect(stepOf(own, wanted)).toBe(said);
});
