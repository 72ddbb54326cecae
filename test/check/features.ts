import type { CheckOptions } from "../../src/check/check.js";

/** A server of today with every flag on. */
export const everyFeature: CheckOptions = {
  prometheus: {
    features: ["promql-experimental-functions", "promql-extended-range-selectors", "promql-binop-fill-modifiers"],
  },
};
