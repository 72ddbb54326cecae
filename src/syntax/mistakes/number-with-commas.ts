import { mending } from "./mending.js";
import type { Misread } from "./misread.js";

const decimal = /\d{1,9},\d{1,9}(?![\w.,])/y;
const grouped = /\d{1,3}(?:,\d{3}){1,6}(?![\w.,])/y;

/** A number with commas between its thousands or before its fraction, `1,048,576` or `0,5`, which begins at `from`. */
export function numberWithCommas(text: string, from: number): Misread | undefined {
  grouped.lastIndex = decimal.lastIndex = from;
  const [thousands] = grouped.exec(text) ?? [];
  const [written] = thousands?.startsWith("0") === false ? [thousands] : (decimal.exec(text) ?? []);
  if (written === undefined) return undefined;
  const isDecimal = written !== thousands;
  const number = written.replaceAll(",", isDecimal ? "." : "");
  const at = { from, to: from + written.length };
  return {
    at,
    words: {
      code: "unexpected-token",
      message: isDecimal ? "a fraction stands behind a point in PromQL" : "a number has no commas in PromQL",
      ...mending(`Use \`${number}\``, [{ ...at, insert: number }]),
      prometheus: 'unexpected ","',
    },
    to: at.to,
    meant: [{ type: "number", ...at, text: number, value: Number(number) }],
  };
}
