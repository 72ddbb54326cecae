import type { List, Mapping, Node, Pair, Scalar } from "../node.js";
import { code, deepest, endsToken, isQuote, longestKey, type YamlCursor } from "./cursor.js";
import { continues, plainLine, quotedScalar } from "./scalar.js";

/**
 * Reads a mapping or list in braces or brackets, whose lines stand to the right of column `parent`, and stops behind it.
 * `undefined` where it holds what is broken or unusual: comments, pairs in a list, keys without a value.
 */
export function flowCollection(cursor: YamlCursor, parent: number): Mapping | List | undefined {
  if (++cursor.depth > deepest) return undefined;
  const isMapping = cursor.text.charCodeAt(cursor.at) === code.openBrace;
  const node = isMapping ? flowMapping(cursor, parent) : flowList(cursor, parent);
  cursor.depth--;
  return node;
}

function flowMapping(cursor: YamlCursor, parent: number): Mapping | undefined {
  const from = cursor.at++;
  const pairs: Pair[] = [];
  for (;;) {
    const next = nextToken(cursor, parent);
    if (next === undefined) return undefined;
    if (next === code.closeBrace) break;
    const pair = flowPair(cursor, parent);
    if (!pair) return undefined;
    pairs.push(pair);
    if (!endsItem(cursor, parent, code.closeBrace)) return undefined;
  }
  return { kind: "mapping", span: { from, to: ++cursor.at }, flow: true, pairs };
}

function flowPair(cursor: YamlCursor, parent: number): Pair | undefined {
  const { lineStart, at } = cursor;
  const key = flowScalar(cursor, parent);
  if (!key || cursor.lineStart !== lineStart || cursor.at - at > longestKey) return undefined;
  while (cursor.text.charCodeAt(cursor.at) === code.space) cursor.at++;
  if (cursor.text.charCodeAt(cursor.at) !== code.colon) return undefined;
  cursor.at++;
  // Only behind quotes may a value follow at once.
  if (key.style === "plain" && !endsToken(cursor.text.charCodeAt(cursor.at))) return undefined;
  const value = nextToken(cursor, parent) === undefined ? undefined : flowNode(cursor, parent);
  return value && { key, value };
}

function flowList(cursor: YamlCursor, parent: number): List | undefined {
  const from = cursor.at++;
  const items: Node[] = [];
  for (;;) {
    const next = nextToken(cursor, parent);
    if (next === undefined) return undefined;
    if (next === code.closeBracket) break;
    const item = flowNode(cursor, parent);
    if (!item) return undefined;
    items.push(item);
    if (!endsItem(cursor, parent, code.closeBracket)) return undefined;
  }
  return { kind: "list", span: { from, to: ++cursor.at }, items };
}

function flowNode(cursor: YamlCursor, parent: number): Node | undefined {
  const next = cursor.text.charCodeAt(cursor.at);
  if (next === code.openBrace || next === code.openBracket) return flowCollection(cursor, parent);
  return flowScalar(cursor, parent);
}

function flowScalar(cursor: YamlCursor, parent: number): Scalar | undefined {
  return isQuote(cursor.text.charCodeAt(cursor.at)) ? quotedScalar(cursor, parent) : plainLine(cursor, true);
}

/** Goes over a comma, or to the end of the collection; false where neither follows. */
function endsItem(cursor: YamlCursor, parent: number, end: number): boolean {
  const next = nextToken(cursor, parent);
  if (next === code.comma) cursor.at++;
  return next === code.comma || next === end;
}

/** Goes over blanks and lines; the code of what follows, `undefined` where a line stands too far to the left. */
function nextToken(cursor: YamlCursor, parent: number): number | undefined {
  const { text } = cursor;
  for (;;) {
    const next = text.charCodeAt(cursor.at);
    if (next === code.lineFeed) {
      cursor.lineStart = ++cursor.at;
      if (!continues(text, cursor.at, parent)) return undefined;
    } else if (next === code.space || next === code.carriageReturn) {
      cursor.at++;
    } else {
      return next;
    }
  }
}
