import { expect, test } from "vitest";
import { describeAggregator, describeFunction, describeName } from "../../../src/analysis/explain/describe.js";
import { builtinMetrics } from "../../../src/metrics/builtin.js";
import { aggregatorNames } from "../../../src/promql/aggregators.js";
import { functionNames } from "../../../src/promql/functions.js";

test.each(functionNames)("%s() has a signature, a sentence and a page", (name) => {
  const { heading, lines, page } = describeFunction(name);
  expect(heading.startsWith(`${name}(`)).toBe(true);
  expect(lines.join()).not.toMatch(/\$|undefined|``/);
  // A parameter that the sentence names is one of the signature.
  for (const [, parameter = ""] of (lines[0] ?? "").matchAll(/`(\w+|φ)`/gu))
    expect(heading).toContain(`${parameter}: `);
  expect(page).toMatch(/^https:\/\/prometheus\.io\/docs\/.*#[a-z_0-9-]+$/);
});

test.each(aggregatorNames)("%s has a signature and a sentence", (name) => {
  const { heading, lines } = describeAggregator(name);
  expect(heading.startsWith(`${name} by`)).toBe(true);
  expect(lines.join()).not.toMatch(/\$|undefined|``/);
});

test.each<[name: string, heading: string | undefined]>([
  ["rate", "rate(v: range vector): instant vector"],
  ["Sum", "sum by (labels) (v: instant vector): instant vector"],
  ["node_load1", "node_load1"],
  ["Rate", undefined],
  ["constructor", undefined],
  ["", undefined],
])("%j", (name, heading) => {
  expect(describeName(name, builtinMetrics)?.heading).toBe(heading);
});
