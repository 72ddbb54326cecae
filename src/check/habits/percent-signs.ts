import type { Reading, Rejected } from "./habit.js";

const percentage = /(?<![\w.])(\d{1,20}(?:\.\d{1,20})?)%(?=\s*(?:$|[),]|(?:and|or|unless)\b))/gi;

/** Percentages: `up < 50%`, `(up > 5%) * 2`, `a < 5% and b`; none where a space stands before the sign. */
export function* percentSigns({ code }: Rejected): Iterable<Reading> {
  const edits = [...code.matchAll(percentage)].map(({ 0: all, 1: number = "", index }) => ({
    from: index,
    to: index + all.length,
    insert: isTimesHundred(code.slice(0, index)) ? number : ratioOf(number),
  }));
  const [first] = edits;
  if (!first) return;
  yield {
    at: { from: first.from, to: first.to },
    code: "percentage",
    message: "`%` gives the remainder of a division, and no percentage",
    meant: {
      title: `Write ${edits.map(({ insert }) => `\`${insert}\``).join(" and ")}`,
      safety: "suggestion",
      edits,
      left: "as-well",
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
