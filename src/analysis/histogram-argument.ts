import type { Call, Expr } from "../syntax/ast.js";

/** The histograms that a function takes a quantile or a fraction of; nothing for another function. */
export function histogramArgument({ name, args }: Call): Expr | undefined {
  const index = indexes.get(name.text);
  return index === undefined ? undefined : args[index];
}

const indexes: ReadonlyMap<string, number> = new Map([
  ["histogram_quantile", 1],
  ["histogram_quantiles", 0],
  ["histogram_fraction", 2],
]);
