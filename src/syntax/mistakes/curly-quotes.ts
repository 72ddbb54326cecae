import { goChar, visible } from "../characters.js";
import { endOf } from "../end-of.js";
import { mending } from "./mending.js";
import type { Misread } from "./misread.js";

const opening = /[“”„‟″«‘’‚‛′´]/y;
const rest = /[^\n“”„‟″»‘’‚‛′´"']*[“”„‟″»‘’‚‛′´"']/y;

/** A string in quotation marks of a text processor: `“api”`. */
export function curlyString(text: string, from: number, where: "ordinary" | "braces"): Misread | undefined {
  const start = endOf(opening, text, from);
  const to = start && endOf(rest, text, start);
  if (to === undefined || start === undefined) return undefined;
  const value = text.slice(start, to - 1);
  return {
    at: { from, to },
    words: {
      code: "curly-quotes",
      message: `${visible(text.slice(from, start))} is no quotation mark of PromQL`,
      ...mending("Use straight quotes", [{ from, to, insert: `"${value}"` }]),
      prometheus: `unexpected character${where === "braces" ? " inside braces" : ""}: ${goChar(text.charAt(from))}`,
    },
    to,
    meant: [{ type: "string", from, to, text: value }],
  };
}
