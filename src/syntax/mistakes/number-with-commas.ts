import { mending } from "./mending.js";
import type { Misread } from "./misread.js";

const grouped = /\d{1,3}(?:,\d{3}){1,6}(?![\w.,])/y;

/** A number with commas between its thousands, `1,048,576`, which begins at `from`. */
export function numberWithCommas(text: string, from: number): Misread | undefined {
  grouped.lastIndex = from;
  const [written] = grouped.exec(text) ?? [];
  if (written === undefined) return undefined;
  const number = written.replaceAll(",", "");
  const at = { from, to: from + written.length };
  return {
    at,
    words: {
      code: "unexpected-token",
      message: "a number has no commas in PromQL",
      ...mending(`Use \`${number}\``, [{ ...at, insert: number }]),
      prometheus: 'unexpected ","',
    },
    to: at.to,
    meant: [{ type: "number", ...at, text: number, value: Number(number) }],
  };
}
