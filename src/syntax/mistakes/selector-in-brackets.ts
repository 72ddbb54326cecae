import { goChar, inOneLine } from "../characters.js";
import type { Lexeme } from "../lexeme.js";
import { mending } from "./mending.js";
import type { Misread } from "./misread.js";

const selector = /\[\s*([A-Za-z_:][\w:]*(?:\{[^{}[\]]*\})?\[[^[\]]*\])\s*\]/y;

/** A selector in the brackets of a word, as in `rate(counter[up[5m]])`; `from` is where the brackets begin. */
export function selectorInBrackets(text: string, from: number, lexemes: readonly Lexeme[]): Misread | undefined {
  selector.lastIndex = from;
  const [all = "", inner] = selector.exec(text) ?? [];
  const word = lexemes.at(-1);
  if (inner === undefined || word?.type !== "identifier") return undefined;
  const to = from + all.length;
  const said = inOneLine(inner);
  return {
    at: { from, to },
    words: {
      code: "bad-duration",
      message: `brackets hold a duration, and \`${said}\` is what is read`,
      ...mending(`Write \`${said}\` alone`, [{ from: word.from, to, insert: inner }], "suggestion"),
      prometheus: `unexpected character in duration expression: ${goChar(inner.charAt(0))}`,
    },
    to,
    meant: [],
  };
}
