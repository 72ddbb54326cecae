import { distance } from "fastest-levenshtein";
import type { Fix, Span } from "../syntax/problem.js";

/** Longer names are no typing mistakes. */
const longest = 60;

/** The name among these that was probably meant: the nearest, of several the one most alike in length. */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  if (lower.length > longest) return undefined;
  let best: string | undefined;
  let least = Math.floor((lower.length + 2) / 3) + 1;
  for (const candidate of names) {
    const score = distance(lower, candidate) + Math.abs(lower.length - candidate.length) / (2 * longest);
    if (score < least) [best, least] = [candidate, score];
  }
  return best;
}

/** Puts the right name in place of a misspelt one. */
export function respell({ from, to }: Span, name: string): Fix {
  return { title: `Use \`${name}\``, safety: "safe", edits: [{ from, to, insert: name }] };
}
