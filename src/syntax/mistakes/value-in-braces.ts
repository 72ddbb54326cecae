import { goChar } from "../characters.js";
import type { Lexeme } from "../lexeme.js";
import type { Span } from "../problem.js";
import { mending } from "./mending.js";
import type { Misread } from "./misread.js";

const comparison = /([<>]=?)\s*([\d.]+)\s*\}/y;

/** A comparison of the value in the braces, as in `up{>3}`; `from` is where it begins, `open` the brace. */
export function valueInBraces(text: string, from: number, open: Span): Misread | undefined {
  comparison.lastIndex = from;
  const [all = "", sign, number] = comparison.exec(text) ?? [];
  if (sign === undefined || number === undefined || text.slice(open.to, from).trim() !== "") return undefined;
  const edits = [{ from: open.from, to: from + all.length, insert: ` ${sign} ${number}` }];
  return {
    at: { from, to: from + all.trimEnd().length - 1 },
    words: {
      code: "unexpected-character",
      message: "braces hold labels, and values are compared behind them",
      ...mending("Compare behind the braces", edits),
      prometheus: `unexpected character inside braces: ${goChar(text.charAt(from))}`,
    },
    to: from + all.length - 1,
    meant: [],
  };
}

const wildcard = /\.?[*+]/y;

/** A wildcard right behind the quotes of a value, as in `{pod=~"api".*}`. */
export function wildcardBehind(text: string, from: number, lexemes: readonly Lexeme[]): Misread | undefined {
  wildcard.lastIndex = from;
  const [written] = wildcard.exec(text) ?? [];
  const [op, value] = [lexemes.at(-2), lexemes.at(-1)];
  if (written === undefined || value?.type !== "string" || value.to !== from || !op) return undefined;
  if (op.type !== "=~" && op.type !== "!~" && op.type !== "=" && op.type !== "!=") return undefined;
  const pattern = written.startsWith(".") ? written : `.${written}`;
  const meant = op.type === "=" ? "=~" : op.type === "!=" ? "!~" : op.type;
  const edits = [
    ...(meant === op.type ? [] : [{ from: op.from, to: op.to, insert: meant }]),
    { from: value.to - 1, to: value.to - 1, insert: pattern },
    { from, to: from + written.length, insert: "" },
  ];
  return {
    at: { from, to: from + written.length },
    words: {
      code: "unexpected-character",
      message: `\`${written}\` stands behind the quotes, and a pattern stands inside them as a whole`,
      ...mending(`Put \`${pattern}\` inside the quotes`, edits),
      prometheus: `unexpected character inside braces: ${goChar(text.charAt(from))}`,
    },
    to: from + written.length,
    meant: [],
  };
}
