import { closest, distance } from "fastest-levenshtein";
import type { Span } from "../syntax/problem.js";
import type { Fix } from "../syntax/problem.js";

/** The name among these that was probably meant; nothing when none is near. */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  if (lower.length > 40 || names.length === 0) return undefined;
  const best = closest(lower, names);
  return distance(lower, best) <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined;
}

/** Puts the right name in place of a misspelt one. */
export function respell(at: Span, name: string): Fix {
  return { title: `Use \`${name}\``, safety: "safe", edits: [{ from: at.from, to: at.to, insert: name }] };
}
