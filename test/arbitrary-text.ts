import fc, { type Arbitrary } from "fast-check";

/** Texts of a template whose gaps are filled with any of the values. */
export function fill(parts: TemplateStringsArray, ...values: readonly Arbitrary<string>[]): Arbitrary<string> {
  return fc.tuple(...values).map((texts) => String.raw({ raw: parts }, ...texts));
}
