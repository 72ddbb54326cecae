import { expect, test } from "vitest";
import { functionInfo, functionNames } from "../../src/promql/functions.js";
import { aggregatorSignature, functionSignature, parameterName, parameterNames } from "../../src/promql/parameters.js";

test.each([
  ["time", "time(): scalar"],
  ["rate", "rate(v: range vector): instant vector"],
  ["round", "round(v: instant vector, [to_nearest: scalar]): instant vector"],
  ["histogram_quantile", "histogram_quantile(φ: scalar, b: instant vector): instant vector"],
  [
    "histogram_quantiles",
    "histogram_quantiles(b: instant vector, label: string, φ: scalar, [φ: scalar], …): instant vector",
  ],
  [
    "label_join",
    "label_join(v: instant vector, dst_label: string, separator: string, [src_label: string], …): instant vector",
  ],
] as const)("%s: %s", (name, signature) => {
  expect(functionSignature(name)).toBe(signature);
});

test.each([
  ["sum", "sum by (labels) (v: instant vector): instant vector"],
  ["quantile", "quantile by (labels) (φ: scalar, v: instant vector): instant vector"],
  ["count_values", "count_values by (labels) (label: string, v: instant vector): instant vector"],
] as const)("%s: %s", (name, signature) => {
  expect(aggregatorSignature(name)).toBe(signature);
});

test("each name is said once", () => {
  expect(parameterNames("histogram_quantiles")).toBe("b, label, φ");
  expect(parameterNames("time")).toBe("");
});

test.each(functionNames.filter((name) => (functionInfo(name)?.args.length ?? 0) > 1))(
  "%s calls its parameters by different names",
  (name) => {
    expect(parameterName(name, 0)).not.toBe(parameterName(name, 1));
  },
);
