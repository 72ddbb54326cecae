import type { Lexeme } from "../lexeme.js";
import type { Words } from "./lex-problems.js";
import { mending } from "./mending.js";
import { goInBraces } from "./misread.js";

/** A value that swallows what follows it, since its own closing quote is missing. */
export interface LostQuote {
  readonly words: Words;
  /** Where the value was meant to end. */
  readonly to: number;
}

/** The next label and its operator within a value: `idle, cpu=` in `mode="idle, cpu="0"`. */
const nextLabel = /,\s*[A-Za-z_]\w*\s*(?:=~|!~|!=|=)\s*(["'`]?)/g;
/** The next selector: `idle} / y{a=`. */
const nextBraces = /\}[^{}]*\{\s*[A-Za-z_]\w*\s*(?:=~|!~|!=|=)\s*$/;
const nextArgument = /,\s*$/;

/**
 * Looks into a string from `from` to `to` for the place where it lost its quote: where it is `closed`, what follows it
 * cannot follow a string, so its last quote opens the next one.
 */
export function lostQuote(
  text: string,
  from: number,
  to: number,
  closed: boolean,
  inBraces: boolean,
): LostQuote | undefined {
  if (closed && /[\s,)\]}:]|^$/.test(text.charAt(to))) return undefined;
  const inside = text.slice(from + 1, closed ? to - 1 : to);
  const cut = cutOf(inside, closed, inBraces);
  if (cut === undefined || cut === 0) return undefined;
  const end = from + 1 + cut;
  const mark = text.charAt(from);
  return {
    words: {
      code: "unclosed-string",
      message: `the string that begins here has no closing ${mark === "`" ? "backtick" : `\`${mark}\``}`,
      ...mending("Close the string", [{ from: end, to: end, insert: mark }]),
      prometheus: closed ? goBehind(text, to, inBraces) : "unterminated quoted string",
    },
    to: end,
  };
}

/** One quotation mark too much, where a string from `from` to `to` was read: `""idle"`, `"idle""`. */
export function doubledQuote(
  text: string,
  from: number,
  { to, closed }: { readonly to: number; readonly closed: boolean },
  last: Lexeme | undefined,
): Words | undefined {
  const mark = text.charAt(from);
  if (mark === "`") return undefined;
  const raw = text.slice(from, to);
  const isBefore = closed && raw.length === 2 && /\w/.test(text.charAt(to));
  const isBehind = last?.type === "string" && last.to === from && text.charAt(from - 1) === mark;
  if (!isBefore && !(isBehind && /[\s,)}]|^$/.test(text.charAt(from + 1)))) return undefined;
  return {
    code: "unexpected-token",
    message: `\`${mark}\` stands twice`,
    ...mending("Remove one", [{ from, to: from + 1, insert: "" }]),
    ...(!closed && { prometheus: "unterminated quoted string" }),
  };
}

function cutOf(inside: string, closed: boolean, inBraces: boolean): number | undefined {
  if (!inBraces) return closed && inside.length > 1 ? inside.match(nextArgument)?.index : undefined;
  for (const { 0: label, 1: quote, index } of inside.matchAll(nextLabel)) {
    const isLast = index + label.length === inside.length;
    if (closed ? isLast : quote !== "") return index;
  }
  return closed && nextBraces.test(inside) ? inside.indexOf("}") : undefined;
}

function goBehind(text: string, at: number, inBraces: boolean): string {
  if (inBraces) return goInBraces(text, at, '"," or "}"');
  const word = /^[A-Za-z_]\w*/.exec(text.slice(at, at + 100))?.[0];
  return word === undefined
    ? `unexpected character: '${text.charAt(at)}'`
    : `unexpected identifier ${JSON.stringify(word)}`;
}
