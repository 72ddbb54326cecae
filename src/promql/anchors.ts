/** How many characters at each end of a pattern only say that the pattern begins or ends there. */
export interface Anchors {
  readonly start: number;
  readonly end: number;
}

const none: Anchors = { start: 0, end: 0 };

/**
 * The `^` and `$` that change nothing, since Prometheus anchors every pattern at both ends. None where alternatives
 * stand side by side: in `^a|b$` each anchor belongs to one of them, for the reader at least.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/basics/#time-series-selectors
 */
export function redundantAnchors(pattern: string): Anchors {
  if (!/^\^|\$$/.test(pattern) || pattern.includes("\\Q") || hasAlternatives(pattern)) return none;
  const start = /^\^*/.exec(pattern)?.[0].length ?? 0;
  if (/^[*+?{]/.test(pattern.slice(start))) return none;
  const end = anchorsAtEnd(pattern.slice(start));
  return { start, end };
}

/** The pattern without them. */
export function withoutAnchors(pattern: string): string {
  const { start, end } = redundantAnchors(pattern);
  return pattern.slice(start, pattern.length - end);
}

/** A backslash before the first `$` makes it a character. */
function anchorsAtEnd(pattern: string): number {
  const dollars = countAtEnd(pattern, "$", pattern.length);
  const backslashes = countAtEnd(pattern, "\\", pattern.length - dollars);
  return dollars === 0 ? 0 : dollars - (backslashes % 2);
}

function countAtEnd(text: string, char: string, end: number): number {
  let from = end;
  while (text.charAt(from - 1) === char) from -= 1;
  return end - from;
}

/** Whether a `|` stands outside of groups and of classes. */
function hasAlternatives(pattern: string): boolean {
  let depth = 0;
  for (const [piece] of pattern.matchAll(/\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.?|[^\]\\])*(?:\]|$)|./gsu)) {
    if (piece === "(") depth += 1;
    if (piece === ")") depth -= 1;
    if (piece === "|" && depth === 0) return true;
  }
  return false;
}
