import type { Span } from "../../syntax/problem.js";
import { visible } from "../../report/visible.js";
import { visibleLines } from "../visible-lines.js";

/** A text with a part of it marked, safe to be shown. */
export interface Marked {
  readonly before: string;
  readonly part: string;
  readonly after: string;
}

/** So much of a text is shown before and after the part, and of the part. */
const farthest = 2000;

/** A text around a part of it. What is too far away is left out. */
export function marked(text: string, { from, to }: Span): Marked {
  const [start, end] = [Math.max(0, from - farthest), Math.min(text.length, to + farthest)];
  const part = text.slice(from, to);
  return {
    before: (start > 0 ? "…" : "") + visibleLines(text.slice(start, from)),
    part: visibleLines(part.length > farthest ? `${part.slice(0, farthest)}…` : part),
    after: visibleLines(text.slice(to, end)) + (end < text.length ? "…" : ""),
  };
}

/** A part of a text on one line, without its middle where it is long; safe to be shown. */
export function excerptOf(text: string, { from, to }: Span, most: number): string {
  const isLong = to - from > most;
  const end = isLong ? Math.floor(most / 3) : 0;
  const line = text.slice(from, isLong ? from + most - end : to) + (isLong ? `…${text.slice(to - end, to)}` : "");
  return visible(line.replace(/\s+/g, " "));
}
