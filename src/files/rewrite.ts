import { isMap, isScalar, parseDocument, type Pair } from "yaml";
import type { Edit, Span } from "../syntax/problem.js";
import type { Node } from "./node.js";
import type { ScalarSource } from "./text-map.js";
import { readPlainYaml } from "./yaml/reader.js";

/** A scalar that is to get another value. */
export interface Rewritten extends ScalarSource {
  /** The columns that the lines of a block scalar are indented. */
  readonly blockIndent: number;
}

/**
 * Edits of the file that give the scalar the value which `edits` make of its own. `edits` are in order; `places` are
 * their places in the file, `undefined` where one cuts an escape in two. The first way of writing it that parses to
 * exactly the wanted value is taken: within its own style, quoted, as a block; `undefined` where none does.
 */
export function rewriteScalar(
  scalar: Rewritten,
  edits: readonly Edit[],
  places: readonly Span[] | undefined,
): readonly Edit[] | undefined {
  const wanted = apply(scalar.value, 0, edits);
  for (const candidate of candidates(scalar, wanted, edits, places)) {
    const written = apply(scalar.text.slice(scalar.span.from, scalar.span.to), scalar.span.from, candidate);
    if (reads(scalar, written, wanted)) return candidate;
  }
  return undefined;
}

function* candidates(
  scalar: Rewritten,
  wanted: string,
  edits: readonly Edit[],
  places: readonly Span[] | undefined,
): Generator<readonly Edit[]> {
  const [edit] = edits;
  const [place] = places ?? [];
  const whole = edits.length === 1 && edit?.from === 0 && edit.to >= scalar.value.trimEnd().length;
  if (whole && wanted.trimEnd().includes("\n")) yield* blocks(scalar, wanted, place);
  const inPlace = places?.map((place, k) => {
    const insert = encoded(scalar, edits, k, wanted);
    return { ...place, insert: /^[^\r\n]/.test(insert) ? columnsBefore(scalar, place) + insert : insert };
  });
  if (inPlace) yield inPlace;
  if (scalar.style !== "plain" && scalar.style !== "single") return;

  if (wanted.includes("\n") && !scalar.flow && endsItsLine(scalar)) {
    yield [{ ...scalar.span, insert: literalBlock(scalar, wanted) }];
  }
  if (scalar.style === "plain" && !scalar.flow && !wanted.includes("\n")) {
    yield [{ ...scalar.span, insert: `'${wanted.replaceAll("'", "''")}'` }];
  }
  yield [{ ...scalar.span, insert: `"${escaped(wanted)}"` }];
}

/** A value that several lines replace as a whole is best read as a literal block. */
function* blocks(scalar: Rewritten, wanted: string, place: Span | undefined): Generator<readonly Edit[]> {
  const { span, style, flow, text } = scalar;
  if ((style === "folded" || style === "literal") && place) {
    const lines = columnsBefore(scalar, place) + wanted.trimEnd().replaceAll("\n", lineFeeds(scalar, 1));
    const [header = ""] = /^[|>]\d?/.exec(text.slice(span.from)) ?? [];
    const insert = `|${header.slice(1) || indicator(wanted, scalar.blockIndent - scalar.indent)}`;
    const edits = insert === header ? [] : [{ from: span.from, to: span.from + header.length, insert }];
    yield [...edits, { ...place, insert: lines }];
  }
  if (style === "double" && !flow && endsItsLine(scalar)) yield [{ ...span, insert: literalBlock(scalar, wanted) }];
}

/** What a text lacks of its indentation where it begins in a blank line of a block. */
function columnsBefore({ text, blockIndent }: Rewritten, { from }: Span): string {
  const column = from - text.lastIndexOf("\n", from - 1) - 1;
  return " ".repeat(Math.max(0, blockIndent - column));
}

/** A block that begins with a blank has to say how far its lines are indented. */
function indicator(wanted: string, columns: number): string {
  return wanted.startsWith(" ") ? String(columns) : "";
}

function encoded(scalar: Rewritten, edits: readonly Edit[], k: number, wanted: string): string {
  const insert = edits[k]?.insert ?? "";
  switch (scalar.style) {
    case "plain":
      return insert;
    case "single":
      return insert.replaceAll("'", "''");
    case "double":
      return escaped(insert);
    case "literal":
      return insert.replace(/\n+/g, (breaks) => lineFeeds(scalar, breaks.length));
    case "folded": {
      const from = edits.slice(0, k).reduce((at, edit) => at + edit.insert.length - (edit.to - edit.from), 0);
      const start = from + (edits[k]?.from ?? 0);
      return insert.replace(/\n+/g, (breaks, at: number) => {
        const lineStart = wanted.lastIndexOf("\n", start + at - 1) + 1;
        const kept = [lineStart, start + at + breaks.length].some((line) => " \t".includes(wanted.charAt(line)));
        return lineFeeds(scalar, kept ? breaks.length : breaks.length + 1);
      });
    }
  }
}

function lineFeeds({ text, blockIndent }: Rewritten, count: number): string {
  return lineEnd(text).repeat(count) + " ".repeat(blockIndent);
}

function literalBlock({ text, indent }: Rewritten, wanted: string): string {
  const keeps = wanted.endsWith("\n");
  const lines = (keeps ? wanted.slice(0, -1) : wanted).split("\n");
  const indented = lines.map((line) => (line === "" ? "" : " ".repeat(indent + 2) + line));
  return [`|${indicator(wanted, 2)}${keeps ? "" : "-"}`, ...indented].join(lineEnd(text));
}

/** As JSON writes it, which YAML reads alike; characters that YAML does not print are escaped too. */
function escaped(value: string): string {
  const hidden = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
  const code = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).slice(1, -1).replace(hidden, code);
}

/** Whether `written` in the scalar's place, between a key and the next one, parses to `wanted` and to a string. */
function reads({ text, span, indent, flow, style }: Rewritten, written: string, wanted: string): boolean {
  const pad = " ".repeat(indent);
  const ends = span.to === text.length;
  const next = ends ? "" : `${text[span.to - 1] === "\n" ? "" : lineEnd(text)}${pad}z: z`;
  const fragment = flow ? `{k: ${written}, z: z}` : `${pad}k: ${written}${next}`;
  const pairs = ends ? [wanted] : [wanted, "z"];
  // A word with a bracket is a string for everybody.
  const isString = style !== "plain" || /[([{]/.test(wanted);
  const plain = isString ? readPlainYaml(fragment) : undefined;
  if (plain) return plain.roots.length === 1 && same(valuesOf(plain.roots[0]), pairs);
  // Prometheus and Kubernetes read YAML 1.1, where more words than in 1.2 are no strings.
  const versions = style === "plain" ? (["1.2", "1.1"] as const) : (["1.2"] as const);
  return versions.every((version) => {
    const { contents, errors } = parseDocument(fragment, { version, prettyErrors: false, logLevel: "silent" });
    return errors.length === 0 && isMap(contents) && same(contents.items.map(valueOf), pairs);
  });
}

function same(values: readonly unknown[], wanted: readonly string[]): boolean {
  return values.length === wanted.length && values.every((value, k) => value === wanted[k]);
}

function valuesOf(root: Node | undefined): readonly (string | undefined)[] {
  if (root?.kind !== "mapping") return [];
  return root.pairs.map(({ value }) => (value?.kind === "scalar" ? value.text : undefined));
}

function valueOf({ value }: Pair): unknown {
  return isScalar(value) ? value.value : undefined;
}

function endsItsLine({ text, span }: ScalarSource): boolean {
  const lineFeed = text.indexOf("\n", span.to);
  return text.slice(span.to, lineFeed === -1 ? text.length : lineFeed).trim() === "";
}

function lineEnd(text: string): string {
  const lineFeed = text.indexOf("\n");
  return lineFeed > 0 && text[lineFeed - 1] === "\r" ? "\r\n" : "\n";
}

function apply(text: string, offset: number, edits: readonly Edit[]): string {
  let result = "";
  let end = 0;
  for (const { from, to, insert } of edits) {
    result += text.slice(end, from - offset) + insert;
    end = to - offset;
  }
  return result + text.slice(end);
}
