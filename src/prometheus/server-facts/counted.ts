import { PrometheusError } from "../error.js";
import type { Answered } from "./batches.js";

/** The question how many series an expression gives. */
export function counted(expression: string): string {
  return `count(${expression})`;
}

/** The number of an answer, 0 where it is empty; nothing where there is none. */
export function numberOf(answer: Answered | undefined): number | undefined {
  if (answer === undefined || answer instanceof PrometheusError) return undefined;
  const [series] = answer;
  if (!series) return 0;
  return "value" in series.sample ? series.sample.value : undefined;
}
