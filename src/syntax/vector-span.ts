import type { VectorSelector } from "./ast.js";
import type { Span } from "./problem.js";

/** A selector without the modifiers behind it: where a range is to be written behind it. */
export function vectorSpan({ span, metric, braces }: Pick<VectorSelector, "span" | "metric" | "braces">): Span {
  return { from: span.from, to: braces?.to ?? metric?.span.to ?? span.to };
}
