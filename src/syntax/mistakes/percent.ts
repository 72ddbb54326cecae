import type { Problem, Span } from "../problem.js";
import { mending } from "./mending.js";

/** A percentage, and what is said of it. */
export interface Percentage {
  readonly at: Span;
  readonly words: Required<Pick<Problem, "code" | "message" | "help" | "fixes">>;
}

const number = /(?<![\w.])\d+(?:\.\d+)?(?=%$)/;

/** A number with a percent sign that ends at `to`, as in `up > 50%`; nothing where a space stands before the sign. */
export function percentageBefore(text: string, to: number): Percentage | undefined {
  const before = text.slice(Math.max(0, to - 40), to);
  const [written] = number.exec(before) ?? [];
  if (written === undefined) return undefined;
  const at = { from: to - 1 - written.length, to };
  const meant = isTimesHundred(text.slice(0, at.from)) ? written : ratioOf(written);
  return {
    at,
    words: {
      code: "percentage",
      message: "`%` gives the remainder of a division, and no percentage",
      ...mending(`Write \`${meant}\``, [{ ...at, insert: meant }], "suggestion"),
    },
  };
}

/** Whether what stands before is a percentage already. */
function isTimesHundred(before: string): boolean {
  return /\*\s*100(?![\d.])|(?<![\w.])100\s*\*|percent/i.test(before);
}

/** `50` as `0.5`, without the noise of binary fractions. */
function ratioOf(percent: string): string {
  return String(Number((Number(percent) / 100).toPrecision(12)));
}
