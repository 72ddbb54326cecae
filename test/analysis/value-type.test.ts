import { expect, test } from "vitest";
import { valueType } from "../../src/analysis/value-type.js";
import { parse } from "../../src/syntax/parse.js";

test.each([
  ["5", "scalar"],
  ["5m", "scalar"],
  ["'a'", "string"],
  ["up", "vector"],
  ["{job='a'}", "vector"],
  ["up[5m]", "matrix"],
  ["up[5m:]", "matrix"],
  ["(up[5m])", "matrix"],
  ["-(5)", "scalar"],
  ["-up", "vector"],
  ["1 + 2 * 3", "scalar"],
  ["1 + up", "vector"],
  ["1 == bool 2", "scalar"],
  ["1 + time() - scalar(up)", "scalar"],
  ["time()", "scalar"],
  ["vector(1)", "vector"],
  ["rate(up[5m])", "vector"],
  ["sum(up)", "vector"],
  ["nope()", "unknown"],
  ["nope() + 1", "unknown"],
  ["nope() + up", "vector"],
  ["$x", "unknown"],
  ["$x * 2", "unknown"],
  ["$x{job='a'}", "vector"],
  ["$f(up)", "unknown"],
])("the value of %s is of type %s", (query, type) => {
  const { expr } = parse(query, { variables: "grafana" });
  expect(expr && valueType(expr)).toBe(type);
});
