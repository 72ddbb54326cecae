import type { Edit, Span } from "../../syntax/problem.js";
import type { Entry } from "../mapping.js";
import type { Mapping, Node, Pair, Scalar } from "../node.js";

/**
 * Edits that take an entry out of the mapping that it is written in, with the line that it has alone, and leave every other
 * byte as it is. `undefined` where more than the entry stands there: a comment, an anchor, no other entry.
 */
export function removeEntry(text: string, { key, map }: Entry): readonly Edit[] | undefined {
  const at = map.pairs.findIndex((pair) => pair.key === key);
  const pair = map.pairs[at];
  const isOnly = map.pairs.length === 1 || map.pairs.some((other) => other !== pair && textOf(other.key) === key.text);
  if (!pair || isOnly || !isPlainPair(pair, text)) return undefined;
  const span = map.flow ? inFlow(text, map, at) : (ownLines(text, pair) ?? behindDash(text, pair, map.pairs[at + 1]));
  return span && [{ ...span, insert: "" }];
}

/** A pair whose value is a scalar that ends where its text ends. */
interface PlainPair {
  readonly key: Scalar;
  readonly value: Scalar;
}

/** Whether a key is followed by a colon and its value alone, without a comment, an anchor or a tag. */
function isPlainPair(pair: Pair, text: string): pair is PlainPair {
  const { key, value } = pair;
  if (key.kind !== "scalar" || value?.kind !== "scalar") return false;
  if (value.style === "literal" || value.style === "folded") return false;
  return value.span.from > key.span.to && /^\s*:\s*$/.test(text.slice(key.span.to, value.span.from));
}

/** The lines of a pair with the line break before them; nothing where they hold something else. */
function ownLines(text: string, { key, value }: PlainPair): Span | undefined {
  const start = text.lastIndexOf("\n", key.span.from - 1) + 1;
  const end = lineEnd(text, value.span.to);
  if (!isBlank(text, start, key.span.from) || !isBlank(text, value.span.to, end)) return undefined;
  if (start === 0) return { from: 0, to: Math.min(text.length, text.indexOf("\n", end) + 1) };
  return { from: text.startsWith("\r", start - 2) ? start - 2 : start - 1, to: end };
}

/** What stands behind the dash of a list: the next key takes its place. */
function behindDash(text: string, { key, value }: PlainPair, next: Pair | undefined): Span | undefined {
  const start = text.lastIndexOf("\n", key.span.from - 1) + 1;
  if (!next || !/^\s*(?:-[ \t]+)+$/.test(text.slice(start, key.span.from))) return undefined;
  const to = next.key.span.from;
  return /^[ \t]*(?:\r?\n[ \t]*)+$/.test(text.slice(value.span.to, to)) ? { from: key.span.from, to } : undefined;
}

/** A pair between braces with the comma behind it, or the one before it. */
function inFlow(text: string, { pairs }: Mapping, at: number): Span | undefined {
  const [before, own, next] = [pairs[at - 1], pairs[at], pairs[at + 1]];
  const end = own?.value?.span.to;
  if (!own || end === undefined) return undefined;
  if (next)
    return isComma(text, end, next.key.span.from) ? { from: own.key.span.from, to: next.key.span.from } : undefined;
  const from = (before?.value ?? before?.key)?.span.to;
  return from !== undefined && isComma(text, from, own.key.span.from) ? { from, to: end } : undefined;
}

function isComma(text: string, from: number, to: number): boolean {
  return /^\s*,\s*$/.test(text.slice(from, to));
}

function isBlank(text: string, from: number, to: number): boolean {
  return /^[ \t]*$/.test(text.slice(from, to));
}

/** The end of a line without its line break. */
function lineEnd(text: string, from: number): number {
  const lineFeed = text.indexOf("\n", from);
  const end = lineFeed === -1 ? text.length : lineFeed;
  return text.startsWith("\r", end - 1) && end > from ? end - 1 : end;
}

function textOf(node: Node): string | undefined {
  return node.kind === "scalar" ? node.text : undefined;
}
