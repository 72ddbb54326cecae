import type { TextDocuments } from "./documents.js";
import { maxNesting, tooDeep } from "./limits.js";
import { scalar, type Node, type Pair, type Scalar } from "./node.js";

/** The one document of a JSON text; `undefined` where a text is no JSON, or neither a mapping nor a list. */
export function parseJson(text: string): TextDocuments | undefined {
  const start = text.startsWith("\ufeff") ? 1 : 0;
  if (!/[{[]/.test(text.charAt(afterBlanks(text, start))) || !isJson(text.slice(start))) return undefined;
  const read = readJson(text, start);
  if (typeof read === "number") return { documents: [], comments: [], limit: tooDeep(read) };
  return { documents: [{ root: read, errors: [] }], comments: [] };
}

/** The engine's own parser judges what is JSON. It gives no places, but what it accepts is easily read a second time. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A mapping or list that is being read. */
type Open =
  | { readonly kind: "mapping"; readonly from: number; readonly pairs: Pair[]; key: Scalar | undefined }
  | { readonly kind: "list"; readonly from: number; readonly items: Node[] };

/** The root of a text that is JSON, or the place where it is nested too deep. */
function readJson(text: string, start: number): Node | number {
  const open: Open[] = [];
  for (let at = afterBlanks(text, start); ; at = afterBlanks(text, at)) {
    const char = text.charAt(at);
    if (char === "{" || char === "[") {
      if (open.length >= maxNesting) return at;
      open.push(opened(char, at++));
      continue;
    }
    const last = char === "}" || char === "]" ? open.pop() : undefined;
    const node = last ? closed(last, at + 1) : scalarAt(text, at);
    const around = open.at(-1);
    if (!around) return node;
    add(around, node);
    at = node.span.to;
  }
}

function opened(char: "{" | "[", from: number): Open {
  return char === "{" ? { kind: "mapping", from, pairs: [], key: undefined } : { kind: "list", from, items: [] };
}

function closed({ from, ...open }: Open, to: number): Node {
  const span = { from, to };
  return open.kind === "mapping"
    ? { kind: "mapping", span, flow: true, pairs: open.pairs }
    : { kind: "list", span, items: open.items };
}

function add(around: Open, node: Node): void {
  if (around.kind === "list") around.items.push(node);
  else if (around.key) {
    around.pairs.push({ key: around.key, value: node });
    around.key = undefined;
  } else if (node.kind === "scalar") around.key = node;
}

const bare = /[^\s,\]}]+/y;

function scalarAt(text: string, from: number): Scalar {
  if (text[from] !== '"') {
    bare.lastIndex = from;
    const written = bare.exec(text)?.[0] ?? "";
    return scalar({ from, to: from + written.length }, "plain", written);
  }
  const to = afterString(text, from);
  const inner = text.slice(from + 1, to - 1);
  return scalar({ from, to }, "double", inner.includes("\\") ? String(JSON.parse(text.slice(from, to))) : inner);
}

function afterString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); ; quote = text.indexOf('"', quote + 1)) {
    let backslash = quote - 1;
    while (text[backslash] === "\\") backslash--;
    if ((quote - backslash) % 2 === 1) return quote + 1;
  }
}

/** Goes over blanks, commas and colons. */
function afterBlanks(text: string, from: number): number {
  let at = from;
  while (" \t\r\n,:".includes(text.charAt(at)) && at < text.length) at++;
  return at;
}
