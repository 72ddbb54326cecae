import type { Edit, Span } from "../../syntax/problem.js";
import { rewriteScalar, type Rewritten } from "../rewrite.js";

/** From how many characters on a value is rewritten by a part of it. */
const longValue = 4_000;

/** Characters before and behind the edits of a quoted value that are read with them. */
const around = 50;

/**
 * As `rewriteScalar`, of a part of a long literal or double-quoted scalar: the lines, or the characters around the edits,
 * are a scalar of their own, and what holds for that holds for the whole. `placeOf` leads a span of the value to the file.
 * `undefined` where the value is short, or has to be rewritten as a whole.
 */
export function rewriteWindow(
  scalar: Rewritten,
  edits: readonly Edit[],
  placeOf: (span: Span) => Span,
): readonly Edit[] | undefined {
  const { value, style, text } = scalar;
  const [from, to] = [edits[0]?.from ?? 0, edits.at(-1)?.to ?? 0];
  const part = style === "literal" ? linesAround(value, from, to) : charactersAround(value, from, to);
  if (value.length < longValue || !part || (style !== "literal" && style !== "double")) return undefined;

  const place = placeOf(part);
  const [open, close] = style === "literal" ? blockMarks(scalar) : ['"', '"'];
  const lines = style === "literal" ? text.lastIndexOf("\n", place.from - 1) + 1 : place.from;
  const own = open + text.slice(lines, place.to) + close;
  const shift = lines - open.length;
  const placed = edits.map((edit) => {
    const { from: start, to: end } = placeOf(edit);
    return { from: start - shift, to: end - shift };
  });
  const window: Rewritten = {
    ...scalar,
    text: own,
    span: { from: 0, to: own.length },
    value: value.slice(part.from, part.to) + (style === "literal" ? "\n" : ""),
  };
  const inside = edits.map((edit) => ({ ...edit, from: edit.from - part.from, to: edit.to - part.from }));
  const rewritten = rewriteScalar(window, inside, placed);
  const fits = rewritten?.every((edit) => edit.from >= open.length && edit.to <= own.length - close.length);
  return fits ? rewritten?.map((edit) => ({ ...edit, from: edit.from + shift, to: edit.to + shift })) : undefined;
}

/** What stands before and behind the lines of a block of their own; its header says how far they are indented. */
function blockMarks({ text, indent, blockIndent }: Rewritten): readonly [string, string] {
  const lineFeed = text.includes("\r\n") ? "\r\n" : "\n";
  return [`|${blockIndent - indent}${lineFeed}`, lineFeed];
}

function linesAround(value: string, from: number, to: number): Span | undefined {
  const start = value.lastIndexOf("\n", from - 1) + 1;
  const end = value.indexOf("\n", to);
  return from > 0 && end !== -1 ? { from: start, to: end } : undefined;
}

/** Ends at characters that stand for themselves, and are next to no blank: a line may be folded at a blank. */
function charactersAround(value: string, from: number, to: number): Span | undefined {
  const isPlain = (at: number): boolean => /^\w\w$/.test(value.slice(at, at + 2));
  let start = from - around;
  let end = to + around;
  while (start > 0 && !isPlain(start)) start--;
  while (end < value.length - 1 && !isPlain(end - 1)) end++;
  return start > 0 && end < value.length - 1 ? { from: start, to: end } : undefined;
}
