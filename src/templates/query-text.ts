import { stringValue } from "./literals.js";
import type { Span } from "../syntax/problem.js";
import type { QueryRun } from "./facts.js";

/** The text of a query that a template runs. */
export interface QueryText {
  readonly text: string;
  /** The place in the template of a place in the query. */
  readonly place: (span: Span) => Span;
}

/**
 * The query that a template runs. What `printf` puts in stands as an example of the same kind; `undefined` where it may
 * be any part of the query.
 */
export function queryText({ node, isFormat }: QueryRun): QueryText | undefined {
  const letters = lettersOf(node.text, node.span.from);
  const query = isFormat ? filledIn(letters) : letters;
  if (!query) return undefined;
  const end = node.span.to - 1;
  const startOf = (offset: number): number => query[offset]?.from ?? end;
  return {
    text: query.map(({ char }) => char).join(""),
    place: ({ from, to }) => ({ from: startOf(from), to: to > from ? (query[to - 1]?.to ?? end) : startOf(from) }),
  };
}

/** A UTF-16 unit of a query, and the characters of the template that give it. */
interface Letter extends Span {
  readonly char: string;
}

const pieces = /\\(?:x..|u.{4}|U.{8}|[0-7]{3}|[^])|[^]/g;

function lettersOf(text: string, from: number): readonly Letter[] {
  const isRaw = text.startsWith("`");
  return Array.from(text.slice(1, -1).matchAll(isRaw ? /[^]/g : pieces), ({ 0: piece, index }) => {
    const value = isRaw ? piece : (stringValue(`"${piece}"`) ?? piece);
    const start = from + 1 + index;
    return value.split("").map((char): Letter => ({ char, from: start, to: start + piece.length }));
  }).flat();
}

const verb = /%(?:%|[-+# 0]*\d*(?:\.\d+)?[a-zA-Z])/y;

/** The letters with an example in the place of each verb of `printf`. */
function filledIn(letters: readonly Letter[]): readonly Letter[] | undefined {
  const text = letters.map(({ char }) => char).join("");
  const filled: Letter[] = [];
  let quote = "";
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at];
    if (!letter) break;
    if (letter.char === "%") {
      verb.lastIndex = at;
      const to = verb.test(text) ? verb.lastIndex : at;
      const example = exampleOf(text.slice(at, to), quote !== "");
      if (example === undefined) return undefined;
      const span = { from: letter.from, to: letters[to - 1]?.to ?? letter.to };
      filled.push(...example.split("").map((char) => ({ char, ...span })));
      at = to - 1;
      continue;
    }
    filled.push(letter);
    if (quote === "" && /["'`]/.test(letter.char)) quote = letter.char;
    else if (letter.char === "\\" && quote !== "`" && quote !== "") {
      const escaped = letters[++at];
      if (escaped) filled.push(escaped);
    } else if (letter.char === quote) quote = "";
  }
  return filled;
}

/** What may stand in the place of a verb. In quotes it is any text; elsewhere `%s` may be any part of a query. */
function exampleOf(format: string, inQuotes: boolean): string | undefined {
  const letter = format.at(-1) ?? "";
  if (letter === "%") return "%";
  if (inQuotes) return letter === "q" ? undefined : "x";
  if ("dfgeFGE".includes(letter) && letter !== "") return "1";
  return letter === "q" ? '"x"' : undefined;
}
