import type { Span } from "../../syntax/problem.js";
import { lineStart, skipBlanks, skipQuotes, type LineStart } from "./containers.js";

/** A block of code between fences. */
export interface Fence {
  /** The first word behind the opening fence, in lower case: `promql`. */
  readonly language: string;
  /** The fence itself: three backticks or tildes, or more. */
  readonly mark: string;
  /** Its lines, each with its line break, without what stands before their content. */
  readonly lines: readonly Span[];
  /** What a new line of it begins with. */
  readonly prefix: string;
}

interface OpenFence extends Fence {
  readonly lines: Span[];
  readonly start: LineStart;
}

interface Line {
  readonly from: number;
  /** Before the line break. */
  readonly end: number;
  /** Behind it. */
  readonly next: number;
}

/**
 * The fenced blocks and HTML comments of a Markdown text. A block ends with its closing fence, with the list item or
 * block quote around it, or with the text. A comment within a block is none, nor is a block within a comment. Takes time
 * linear in the text. https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function markdownParts(text: string): { readonly fences: readonly Fence[]; readonly comments: readonly Span[] } {
  const fences: Fence[] = [];
  const comments: Span[] = [];
  let open: OpenFence | undefined;
  let items: readonly number[] = [];
  let commentEnd = 0;
  const lastClose = text.lastIndexOf("-->");
  for (const line of linesOf(text)) {
    const content = open && contentOf(text, line, open);
    if (content === "closed") open = undefined;
    else if (content) open?.lines.push(content);
    if (content) continue;

    open = undefined;
    if (line.from >= commentEnd) {
      const start = lineStart(text, line.from, line.end, items);
      items = start.items;
      open = openFence(text, line, start);
      if (open) fences.push(open);
    }
    if (!open) {
      for (const comment of commentsOf(text, line, commentEnd, lastClose)) {
        comments.push(comment);
        commentEnd = comment.to;
      }
    }
  }
  return { fences, comments };
}

/** Whether a text can stand in a block: none of its lines would close it. */
export function fitsFence({ mark }: Fence, text: string): boolean {
  return text.split("\n").every((line) => !closes(line.trim(), mark));
}

function openFence(text: string, { from, end }: Line, start: LineStart): OpenFence | undefined {
  const { at, column, items } = start;
  if (column - (items.at(-1) ?? 0) > 3) return undefined;
  const [, mark, info] = /^(`{3,}(?=[^`]*$)|~{3,})(.*)$/s.exec(text.slice(at, end)) ?? [];
  if (mark === undefined || info === undefined) return undefined;
  const language = /^\s*\{?\.?([\w+-]+)/.exec(info)?.[1] ?? "";
  const prefix = text.slice(from, at).replace(/[^>\s]/g, " ");
  return { language: language.toLowerCase(), mark, lines: [], prefix, start };
}

/** What a line adds to an open block; `undefined` where it no longer belongs to what is around the block. */
function contentOf(text: string, { from, end, next }: Line, { mark, start }: OpenFence): Span | "closed" | undefined {
  const { at, count } = skipQuotes(text, from, start.quotes);
  if (count < start.quotes) return undefined;
  const indent = start.items.at(-1) ?? 0;
  const all = skipBlanks(text, at, 0);
  if (all.at < end && all.column < indent) return undefined;
  if (all.column - indent <= 3 && closes(text.slice(all.at, end).trim(), mark)) return "closed";
  return { from: Math.min(skipBlanks(text, at, 0, start.column).at, end), to: next };
}

function closes(line: string, mark: string): boolean {
  return line.startsWith(mark) && line === mark.charAt(0).repeat(line.length);
}

/**
 * The comments that begin on a line, but for those in a span of code. One without an end is the rest of the text where it
 * begins its line; `lastClose` is where the last `-->` of the text stands.
 */
function* commentsOf(text: string, { from, end }: Line, commentEnd: number, lastClose: number): Generator<Span> {
  const line = text.slice(from, end);
  let done = Math.max(from, commentEnd);
  let ticks = 0;
  for (let at = line.indexOf("<!--", done - from); at !== -1; at = line.indexOf("<!--", done - from)) {
    const start = from + at;
    const before = text.slice(done, start);
    ticks += before.match(/`+/g)?.length ?? 0;
    done = start + 4;
    if (ticks % 2 === 0 && done <= lastClose) {
      done = text.indexOf("-->", done) + 3;
      yield { from: start, to: done };
    } else if (ticks % 2 === 0 && line.slice(0, at).trim() === "") {
      done = text.length;
      yield { from: start, to: done };
    }
  }
}

function* linesOf(text: string): Generator<Line> {
  for (let from = text.startsWith("\ufeff") ? 1 : 0; from < text.length;) {
    const lineFeed = text.indexOf("\n", from);
    const next = lineFeed === -1 ? text.length : lineFeed + 1;
    const end =
      lineFeed === -1 ? text.length : lineFeed > from && text[lineFeed - 1] === "\r" ? lineFeed - 1 : lineFeed;
    yield { from, end, next };
    from = next;
  }
}
