import type { VectorSelector } from "../syntax/ast.js";

/** Whether selectors name the same metrics in the same order, none of them by a Grafana variable. */
export function nameSameMetrics(selectors: readonly VectorSelector[], others: readonly VectorSelector[]): boolean {
  return (
    selectors.length === others.length &&
    selectors.every(({ metric }, index) => !metric?.variable && metric?.text === others[index]?.metric?.text)
  );
}
