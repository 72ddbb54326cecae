import { firstFrom } from "../syntax/first-from.js";
import type { Edit, Span } from "../syntax/problem.js";
import { blockSegments } from "./yaml/block-scalar.js";
import { doubleQuotedSegments, plainSegments, singleQuotedSegments } from "./yaml/flow-scalar.js";
import type { Entry } from "./mapping.js";
import { removeEntry } from "./yaml/remove-entry.js";
import { rewriteScalar } from "./rewrite.js";
import { rewriteWindow } from "./grafana/rewrite-window.js";
import type { Segment } from "./yaml/segments.js";

/** Leads from a text, such as a query, to the file it stands in. All offsets are UTF-16 units. */
export interface TextMap {
  /** False where the characters cannot be told apart: then every place is the whole text's. */
  readonly exact: boolean;
  /** Where the character at an offset of the text begins in the file. */
  offset(at: number): number;
  /** The characters of the file that stand for a span of the text. */
  span(span: Span): Span;
  /**
   * Edits of the file that do to the text what `edits` say, and leave every other byte as it is.
   * `undefined` where that cannot be done safely, or edits overlap.
   */
  rewrite(edits: readonly Edit[]): readonly Edit[] | undefined;
  /** Edits of the file that take the text away, with its key and nothing else; `undefined` as above. */
  remove(): readonly Edit[] | undefined;
}

/** How a YAML scalar is written. */
export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

/** A YAML scalar in its file: the value of a key in a mapping, or an item of a list that an alias leads to. */
export interface ScalarSource {
  /** The whole file. */
  readonly text: string;
  /** Of the scalar in the file, with quotes or block header. */
  readonly span: Span;
  readonly style: ScalarStyle;
  /** What it decodes to. */
  readonly value: string;
  /** The column of the mapping's keys, or of the list's dashes, from 0. */
  readonly indent: number;
  /** Whether it stands within `{}` or `[]`. */
  readonly flow: boolean;
  /** The key of which it is the value, and the mapping; an alias may stand there. */
  readonly entry?: Entry;
}

/** A part of a file that is taken as it is. */
export function sliceMap(span: Span): TextMap {
  const length = span.to - span.from;
  return {
    exact: true,
    offset: (at) => span.from + clamp(at, length),
    span: ({ from, to }) => ({ from: span.from + clamp(from, length), to: span.from + clamp(to, length) }),
    rewrite: (edits) =>
      ordered(edits, length)?.map((edit) => ({ ...edit, from: span.from + edit.from, to: span.from + edit.to })),
    remove: () => undefined,
  };
}

/** A text whose characters cannot be told apart in the file: everything is at `span`. */
export function wholeMap(span: Span): TextMap {
  return { exact: false, offset: () => span.from, span: () => span, rewrite: () => undefined, remove: () => undefined };
}

/** The map of a YAML scalar; worked out when it is first asked. */
export function scalarMap(source: ScalarSource): TextMap {
  return new ScalarMap(source);
}

/** A class, since a file has a hundred thousand of them and few are asked. */
class ScalarMap implements TextMap {
  private readonly source: ScalarSource;
  private known: ScalarPlaces | undefined;

  constructor(source: ScalarSource) {
    this.source = source;
  }

  get exact(): boolean {
    return this.map.exact;
  }

  offset(at: number): number {
    return this.map.offset(at);
  }

  span(span: Span): Span {
    return this.map.span(span);
  }

  rewrite(edits: readonly Edit[]): readonly Edit[] | undefined {
    return this.map.rewrite(edits);
  }

  remove(): readonly Edit[] | undefined {
    const { text, entry } = this.source;
    return entry && removeEntry(text, entry);
  }

  private get map(): ScalarPlaces {
    return (this.known ??= segmentMap(this.source));
  }
}

type ScalarPlaces = Omit<TextMap, "remove">;

function segmentMap(source: ScalarSource): ScalarPlaces {
  const { text, span, value } = source;
  const decoded = decode(source);
  if (decoded?.value !== value) {
    return wholeMap({ from: span.from, to: span.from + text.slice(span.from, span.to).trimEnd().length });
  }

  const { segments, indent } = decoded;
  const empty = source.style === "single" || source.style === "double" ? span.from + 1 : span.from;
  const startOf = (at: number): number => {
    const segment = segmentAt(segments, at);
    if (!segment) return empty;
    const within = at - segment.from;
    if (within >= segment.length) return segment.at + segment.width;
    return segment.at + (segment.length === segment.width ? within : 0);
  };
  const endOf = (at: number): number => {
    const segment = segmentAt(segments, at - 1);
    if (!segment) return empty;
    const within = at - segment.from;
    return segment.at + (segment.length === segment.width ? Math.min(within, segment.width) : segment.width);
  };
  const place = ({ from, to }: Span): Span => {
    const start = clamp(from, value.length);
    const end = clamp(to, value.length);
    return { from: startOf(start), to: end > start ? endOf(end) : startOf(start) };
  };
  const splitsUnit = (at: number): boolean => {
    const segment = segmentAt(segments, at);
    const within = segment ? at - segment.from : 0;
    return segment?.length !== segment?.width && within > 0 && within < (segment?.length ?? 0);
  };
  return {
    exact: true,
    offset: (at) => startOf(clamp(at, value.length)),
    span: place,
    rewrite(edits) {
      const inOrder = ordered(edits, value.length);
      if (!inOrder) return undefined;
      const placed = inOrder.some(({ from, to }) => splitsUnit(from) || splitsUnit(to))
        ? undefined
        : inOrder.map(place);
      const scalar = { ...source, blockIndent: indent };
      return (placed && rewriteWindow(scalar, inOrder, place)) ?? rewriteScalar(scalar, inOrder, placed);
    },
  };
}

interface Decoded {
  readonly value: string;
  readonly segments: readonly Segment[];
  /** The columns that the lines of a block scalar are indented; 0 for others. */
  readonly indent: number;
}

function decode({ text, span: { from, to }, style, value }: ScalarSource): Decoded | undefined {
  switch (style) {
    case "plain":
      return { ...listed(plainSegments(text, from, to)), indent: 0 };
    case "single":
      return { ...listed(singleQuotedSegments(text, from, to)), indent: 0 };
    case "double":
      return { ...listed(doubleQuotedSegments(text, from, to)), indent: 0 };
    case "literal":
    case "folded": {
      const block = blockSegments(text, from, to, value);
      return block && { ...listed(block.list), indent: block.indent };
    }
  }
}

function listed({ value, segments }: Omit<Decoded, "indent">): Omit<Decoded, "indent"> {
  return { value, segments };
}

/** The last segment that begins at or before `at`. */
function segmentAt(segments: readonly Segment[], at: number): Segment | undefined {
  return segments[firstFrom(segments, at + 1, ({ from }) => from) - 1];
}

/** The edits from first to last; `undefined` where they overlap or leave the text. */
function ordered(edits: readonly Edit[], length: number): Edit[] | undefined {
  const sorted = edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
  let end = 0;
  for (const { from, to } of sorted) {
    if (from < end || to < from || to > length) return undefined;
    end = to;
  }
  return sorted;
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(at, length));
}
