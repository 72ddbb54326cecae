import type { Field, FieldPlace } from "./subject.js";

/** The whole text of a field. */
export function wholeField({ text, field }: Field): FieldPlace {
  return { field, span: { from: 0, to: text.length } };
}
