import { endOf } from "../end-of.js";
import type { Span } from "../problem.js";
import type { Words } from "./lex-problems.js";
import { mending } from "./mending.js";
import { goInBraces, type Misread } from "./misread.js";

/** Two matchers without a comma between them; what stands there instead, if anything, is replaced by one. */
export function missingComma({ from, to }: Span, prometheus: string): Words {
  const between = to > from;
  return {
    code: "missing-comma",
    message: between ? "matchers are joined by commas only" : "no comma stands between two matchers",
    ...mending(between ? "Use a comma, which means and" : "Add a comma, which means and", [{ from, to, insert: "," }]),
    prometheus,
  };
}

const joiner = /(?:&&?|;|and\b)(?=\s*[A-Za-z_"'`])/iy;

/** `and`, `&&` or `;` between two matchers, of which the first ends at `start`. */
export function foreignComma(text: string, from: number, start: number): Misread | undefined {
  const to = endOf(joiner, text, from);
  if (to === undefined) return undefined;
  const at = { from, to };
  const replaced = { from: text.slice(start, from).trim() === "" ? start : from, to };
  return {
    at,
    words: missingComma(replaced, goInBraces(text, from, '"," or "}"')),
    to,
    meant: [{ type: ",", ...at, text: "," }],
  };
}
