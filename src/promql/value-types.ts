/**
 * The type of a value, as Prometheus' API names it: an instant vector is `vector`, a range vector `matrix`.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/basics/#expression-language-data-types
 */
export type ValueType = "scalar" | "string" | "vector" | "matrix";

const words = {
  scalar: "scalar",
  string: "string",
  vector: "instant vector",
  matrix: "range vector",
} as const satisfies Record<ValueType, string>;

/** The type in the words of the documentation: `instant vector` for `vector`. */
export function typeInWords(type: ValueType): string {
  return words[type];
}
