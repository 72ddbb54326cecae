import type { Span } from "../../syntax/problem.js";
import { visibleLines } from "../visible-lines.js";

/** A text with a part of it marked, safe to be shown. */
export interface Marked {
  readonly before: string;
  readonly part: string;
  readonly after: string;
}

/** So much of a text is shown before and after the part, and of the part. */
const most = 2000;

/** A text around a part of it. What is too far away is left out. */
export function marked(text: string, { from, to }: Span): Marked {
  const [start, end] = [Math.max(0, from - most), Math.min(text.length, to + most)];
  const part = text.slice(from, to);
  return {
    before: (start > 0 ? "…" : "") + visibleLines(text.slice(start, from)),
    part: visibleLines(part.length > most ? `${part.slice(0, most)}…` : part),
    after: visibleLines(text.slice(to, end)) + (end < text.length ? "…" : ""),
  };
}

/** A part of a text on one line, with its beginning only where it is long; safe to be shown. */
export function excerptOf(text: string, { from, to }: Span, length: number): string {
  const line = text.slice(from, Math.min(to, from + length)).replace(/\s+/g, " ");
  return visibleLines(line) + (to - from > length ? "…" : "");
}
