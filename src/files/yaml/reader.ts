import type { Span } from "../../syntax/problem.js";
import { emptyScalar, type List, type Mapping, type Node, type Pair, type Scalar } from "../node.js";
import { blockScalar } from "./read-block-scalar.js";
import { code, deepest, endsToken, isQuote, longestKey, toContent, toNextLine, type YamlCursor } from "./cursor.js";
import { flowCollection } from "./flow.js";
import { plainLine, plainScalar, quotedScalar } from "./scalar.js";

/** The roots of a text's documents, `undefined` for an empty one, and its comments. */
export interface PlainYaml {
  readonly roots: readonly (Mapping | List | undefined)[];
  readonly comments: readonly Span[];
}

/**
 * Reads the YAML that people write: mappings, lists, scalars in every style, comments, documents. `undefined` where it
 * meets anything else, such as an anchor, a tag, or what may be a mistake: then a fuller reader has the word.
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  if (text.includes("\0") || text.includes("\ufeff")) return undefined;
  if (text.includes("\r") && /\r(?!\n)/.test(text)) return undefined;
  const cursor: YamlCursor = { text, at: 0, lineStart: 0, column: 0, commented: false, depth: 0, comments: [] };
  if (!toContent(cursor)) return undefined;

  const roots: (Mapping | List | undefined)[] = [];
  for (;;) {
    const marked = cursor.column === -1 && text.startsWith("---", cursor.at);
    if (marked) {
      cursor.at += 3;
      if (!toNextLine(cursor)) return undefined;
    }
    const isEmpty = cursor.column === -1;
    const root = isEmpty ? undefined : collectionAt(cursor);
    if (!isEmpty && !root) return undefined;
    if (marked || root || roots.length === 0) roots.push(root);
    if (cursor.at === text.length) return { roots, comments: cursor.comments };
    if (cursor.column !== -1 || !text.startsWith("---", cursor.at)) return undefined;
  }
}

function collectionAt(cursor: YamlCursor): Mapping | List | undefined {
  const node = blockNode(cursor, -1);
  return node?.kind === "scalar" ? undefined : node;
}

/** What stands at the cursor, right of column `parent`: the first content of a line, or what is behind a dash. */
function blockNode(cursor: YamlCursor, parent: number): Node | undefined {
  if (++cursor.depth > deepest) return undefined;
  const node = nodeAt(cursor, parent);
  cursor.depth--;
  return node;
}

function nodeAt(cursor: YamlCursor, parent: number): Node | undefined {
  const { at, column, commented, lineStart } = cursor;
  if (isDash(cursor)) return list(cursor, column);
  const key = keyAt(cursor);
  if (key) return mapping(cursor, column, key);
  cursor.at = at;
  cursor.lineStart = lineStart;
  // The package takes the column of a comment for that of the text below it.
  return commented ? undefined : inline(cursor, parent);
}

function list(cursor: YamlCursor, column: number): List | undefined {
  const from = cursor.at;
  const items: Node[] = [];
  while (cursor.column === column && isDash(cursor)) {
    cursor.at++;
    if (!toContent(cursor) || cursor.column <= column) return undefined;
    const item = blockNode(cursor, column);
    if (!item) return undefined;
    items.push(item);
  }
  return cursor.column > column ? undefined : { kind: "list", span: { from, to: cursor.at }, items };
}

function mapping(cursor: YamlCursor, column: number, first: Scalar): Mapping | undefined {
  const from = first.span.from;
  const pairs: Pair[] = [];
  for (let key: Scalar | undefined = first; key; key = keyAt(cursor)) {
    const value = valueBehind(cursor, column);
    if (!value) return undefined;
    pairs.push({ key, value });
    if (cursor.column < column) return { kind: "mapping", span: { from, to: cursor.at }, flow: false, pairs };
    if (cursor.column > column) return undefined;
  }
  return undefined;
}

/** A key on one line; the cursor stops behind its colon. */
function keyAt(cursor: YamlCursor): Scalar | undefined {
  const { text, at, lineStart } = cursor;
  const key = isQuote(text.charCodeAt(at)) ? quotedScalar(cursor, -1) : plainLine(cursor, false);
  if (!key || cursor.lineStart !== lineStart || cursor.at - at > longestKey) return undefined;
  while (text.charCodeAt(cursor.at) === code.space) cursor.at++;
  if (text.charCodeAt(cursor.at) !== code.colon || !endsToken(text.charCodeAt(cursor.at + 1))) return undefined;
  cursor.at++;
  return key;
}

/** What stands behind the colon of a key in the given column. */
function valueBehind(cursor: YamlCursor, column: number): Node | undefined {
  const { at, lineStart } = cursor;
  if (!toContent(cursor)) return undefined;
  if (cursor.lineStart === lineStart && cursor.at < cursor.text.length) return inline(cursor, column);
  if (cursor.column > column) return blockNode(cursor, column);
  return cursor.column === column && isDash(cursor) ? list(cursor, column) : emptyScalar(at);
}

/** A scalar, or a collection in flow style, and nothing behind it on its line. */
function inline(cursor: YamlCursor, parent: number): Node | undefined {
  switch (cursor.text.charCodeAt(cursor.at)) {
    case code.bar:
    case code.greater: {
      const block = blockScalar(cursor, parent);
      return block && toContent(cursor) ? block : undefined;
    }
    case code.openBrace:
    case code.openBracket:
      return alone(cursor, flowCollection(cursor, parent));
    case code.doubleQuote:
    case code.singleQuote:
      return alone(cursor, quotedScalar(cursor, parent));
    default:
      return alone(cursor, plainScalar(cursor, parent));
  }
}

function alone(cursor: YamlCursor, node: Node | undefined): Node | undefined {
  return node && toNextLine(cursor) ? node : undefined;
}

function isDash({ text, at }: YamlCursor): boolean {
  return text.charCodeAt(at) === code.dash && endsToken(text.charCodeAt(at + 1));
}
