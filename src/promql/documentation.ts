import type { FunctionName } from "./functions.js";

const pages = "https://prometheus.io/docs/prometheus/latest/querying/";

/** Functions that Prometheus' documentation describes under a heading together, and that heading. */
const shared: readonly { readonly names: readonly string[]; readonly heading: string }[] = [
  {
    names: "acos acosh asin asinh atan atanh cos cosh deg pi rad sin sinh tan tanh".split(" "),
    heading: "trigonometric-functions",
  },
  { names: ["histogram_count", "histogram_sum"], heading: "histogram_count-and-histogram_sum" },
  { names: ["histogram_stddev", "histogram_stdvar"], heading: "histogram_stddev-and-histogram_stdvar" },
];

/** Where Prometheus documents a function. */
export function functionPage(name: FunctionName): string {
  const heading = shared.find(({ names }) => names.includes(name))?.heading;
  const overTime = name.endsWith("_over_time") && name !== "absent_over_time" ? "aggregation_over_time" : name;
  return `${pages}functions/#${heading ?? overTime}`;
}

/** Where Prometheus documents the aggregation operators. */
export const aggregatorsPage = `${pages}operators/#aggregation-operators`;
