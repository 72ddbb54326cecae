import { positionAt } from "../../syntax/lines.js";
import type { Edit, Span } from "../../syntax/problem.js";
import type { TextMap } from "../text-map.js";

/**
 * The map of a text whose lines stand in the file behind something that is no part of it, such as blanks or `>`. Each of
 * `lines` is a line of the text in the file, with its line break, or several that follow each other; between them
 * stands what is left out. A new line gets `prefix`. `accepts` says whether the file may hold a text there.
 */
export function linesMap(
  file: string,
  lines: readonly Span[],
  prefix: string,
  accepts: (text: string) => boolean,
): { text: string; map: TextMap } {
  const starts: number[] = [];
  let text = "";
  for (const { from, to } of lines) {
    starts.push(text.length);
    text += file.slice(from, to);
  }
  const length = text.length;
  const lineAt = (at: number): number => positionAt(starts, at).line - 1;
  const place = (at: number, line: number): number => (lines[line]?.from ?? 0) + at - (starts[line] ?? 0);
  const startOf = (at: number): number => place(at, lineAt(at));
  const endOf = (at: number): number => place(at, lineAt(at - 1));
  const span = ({ from, to }: Span): Span => {
    const start = Math.max(0, Math.min(from, length));
    const end = Math.max(start, Math.min(to, length));
    return { from: startOf(start), to: end > start ? endOf(end) : startOf(start) };
  };
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  return {
    text,
    map: {
      exact: true,
      offset: (at) => span({ from: at, to: at }).from,
      span,
      rewrite(edits) {
        const wanted = applied(text, edits);
        if (wanted === undefined || !accepts(wanted)) return undefined;
        return edits.map((edit) => ({ ...span(edit), insert: edit.insert.replace(/\r?\n/g, lineBreak + prefix) }));
      },
      remove: () => undefined,
    },
  };
}

/** The text after the edits; `undefined` where they overlap or leave it. */
function applied(text: string, edits: readonly Edit[]): string | undefined {
  let result = "";
  let end = 0;
  for (const { from, to, insert } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < end || to < from || to > text.length) return undefined;
    result += text.slice(end, from) + insert;
    end = to;
  }
  return result + text.slice(end);
}
