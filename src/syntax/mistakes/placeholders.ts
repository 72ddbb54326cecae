import { goChar, inOneLine } from "../characters.js";
import { endOf } from "../end-of.js";
import type { Lexeme } from "../lexeme.js";
import { mending } from "./mending.js";
import type { Misread } from "./misread.js";

const dots = /…|\.{3}/y;

/** `…` or `...` as in the text of a help, typed as it stands. */
export function placeholder(text: string, from: number): Misread | undefined {
  const to = endOf(dots, text, from);
  if (to === undefined) return undefined;
  const written = text.slice(from, to);
  return {
    at: { from, to },
    words: {
      code: "unexpected-character",
      message: `\`${written}\` stands for what you want to ask for`,
      help: "write a metric there, or another expression",
      prometheus: `unexpected character: ${goChar(written.charAt(0))}`,
    },
    to,
    meant: [],
  };
}

const wildcard = /\.?[*+](?=\s*(?:$|[)\]},]))/y;

/** A pattern in place of a metric, as in `checkout.*`. */
export function patternOutside(text: string, from: number, lexemes: readonly Lexeme[]): Misread | undefined {
  const to = endOf(wildcard, text, from);
  const name = lexemes.at(-1);
  if (to === undefined || name?.to !== from || name.type !== "identifier") return undefined;
  const pattern = `${name.text}${text.slice(from, to)}`;
  const insert = `{__name__=~"${pattern}"}`;
  return {
    at: { from, to },
    words: {
      code: "unexpected-character",
      message: "a pattern stands in quotes, in braces, behind the label that it is for",
      ...mending(
        `Write \`{LABEL=~"${inOneLine(pattern)}"}\`, or \`__name__\` as the label for the name of the metric`,
        [{ from: name.from, to, insert }],
        "suggestion",
      ),
      prometheus: `unexpected character: ${goChar(text.charAt(from))}`,
    },
    to,
    meant: [],
  };
}
