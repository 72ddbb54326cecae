import type { DurationExpr, Subquery } from "../syntax/ast.js";
import { literalSeconds } from "./literal-seconds.js";

/** A step of which at most one falls into the range of its subquery. */
export interface SingleStep {
  readonly step: DurationExpr;
  /** How many seconds the range is long. */
  readonly rangeSeconds: number;
}

/** The step of a subquery that is as long as its range, or longer; nothing where either is not known. */
export function singleStep({ range, step }: Subquery): SingleStep | undefined {
  const [rangeSeconds, stepSeconds] = [literalSeconds(range), literalSeconds(step)];
  if (!step || rangeSeconds === undefined || stepSeconds === undefined || rangeSeconds > stepSeconds) return undefined;
  return { step, rangeSeconds };
}
