import { goChar } from "../characters.js";
import { mending } from "./mending.js";
import type { Misread } from "./misread.js";

const signs: Readonly<Record<string, "+" | "-" | "*" | "/" | "!=" | "<=" | ">=">> = {
  "×": "*",
  "∙": "*",
  "÷": "/",
  "∕": "/",
  "−": "-",
  "–": "-",
  "≠": "!=",
  "≤": "<=",
  "≥": ">=",
};
const powers: Readonly<Record<string, number>> = { "²": 2, "³": 3 };

/** What a sign such as `×`, `≥` or `²` at `from` means. */
export function typographicOperator(char: string, from: number): Misread | undefined {
  const at = { from, to: from + char.length };
  const base = { code: "unexpected-character", prometheus: `unexpected character: ${goChar(char)}` };
  const power = Object.hasOwn(powers, char) ? powers[char] : undefined;
  if (power !== undefined) {
    return {
      at,
      to: at.to,
      words: {
        ...base,
        message: `PromQL writes \`${char}\` as \`^ ${power}\``,
        ...mending(`Use \`^ ${power}\``, [{ ...at, insert: ` ^ ${power}` }]),
      },
      meant: [
        { type: "^", ...at, text: "^" },
        { type: "number", ...at, text: String(power), value: power },
      ],
    };
  }
  const sign = Object.hasOwn(signs, char) ? signs[char] : undefined;
  if (sign === undefined) return undefined;
  return {
    at,
    words: {
      ...base,
      message: `PromQL writes \`${char}\` as \`${sign}\``,
      ...mending(`Use \`${sign}\``, [{ ...at, insert: sign }]),
    },
    to: at.to,
    meant: [{ type: sign, ...at, text: sign }],
  };
}
