import { expect, test } from "vitest";
import { gluedFunction } from "../../src/promql/glued-function.js";

test.each([
  ["node_load1_max_over_time", "node_load1", "max_over_time"],
  ["max_over_time_node_load1", "node_load1", "max_over_time"],
  ["up_ts_of_max_over_time", "up", "ts_of_max_over_time"],
  ["a_b_quantile_over_time", "a_b", "quantile_over_time"],
])("%s is the metric %s and the function %s", (text, metric, name) => {
  expect(gluedFunction(text)).toEqual({ metric, name });
});

test.each(["max_over_time", "node_load1", "_over_time", "x_median_over_time", "x_over_time", "node_load1_rate", ""])(
  "%j is a name of its own",
  (text) => {
    expect(gluedFunction(text)).toBeUndefined();
  },
);
