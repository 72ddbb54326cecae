import type { Grid } from "./grid.js";

/** What an expression evaluates to at all steps. Range vectors are read by the functions that take them. */
export type Value = VectorValue | ScalarValue | StringValue;

/** An instant vector. */
export interface VectorValue {
  readonly kind: "vector";
  readonly grid: Grid;
}

/** A number for each step. */
export interface ScalarValue {
  readonly kind: "scalar";
  readonly values: Float64Array;
}

/** A string. */
export interface StringValue {
  readonly kind: "string";
  readonly text: string;
}

/** How many numbers a value holds in memory. */
export function sizeOf(value: Value): number {
  switch (value.kind) {
    case "vector":
      return value.grid.values.length;
    case "scalar":
      return value.values.length;
    case "string":
      return 0;
  }
}
