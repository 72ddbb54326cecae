import { distance } from "fastest-levenshtein";

/** Longer names are no typing mistakes. */
const longest = 60;

/** The names among these that are nearest to a misspelt one, the most alike in length first; none when all are far. */
export function nearest(name: string, names: readonly string[]): readonly string[] {
  const lower = name.toLowerCase();
  if (lower.length > longest) return [];
  let least = Math.floor((lower.length + 2) / 3);
  let found: string[] = [];
  for (const candidate of names) {
    const away = isTransposed(lower, candidate) ? 1 : distance(lower, candidate);
    if (away < least) found = [];
    if (away <= least) found.push(candidate);
    least = Math.min(least, away);
  }
  const difference = (candidate: string): number => Math.abs(candidate.length - lower.length);
  return found.sort((a, b) => difference(a) - difference(b));
}

/** Names by how alike they are to a text, the most alike first; in their own order where that is the same. */
export function byLikeness(text: string, names: readonly string[]): readonly string[] {
  const lower = text.slice(0, longest).toLowerCase();
  const away = new Map(names.map((name) => [name, distance(lower, name.slice(0, longest).toLowerCase())]));
  return [...names].sort((a, b) => (away.get(a) ?? 0) - (away.get(b) ?? 0));
}

/**
 * Whether two words are so alike that one is probably the other misspelt: in a letter or two, or in upper and lower case.
 * Short words are no misspellings of each other, and neither are those that differ in a number.
 */
export function isAlike(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  const length = Math.max(left.length, right.length);
  if (length < 4 || length > longest || left.replace(/\d+/g, "") === right.replace(/\d+/g, "")) return left === right;
  return isTransposed(left, right) || distance(left, right) <= (length < 8 ? 1 : 2);
}

/** Whether two names have the same letters in another order, such as `adn` and `and`. */
function isTransposed(a: string, b: string): boolean {
  return a !== b && a.length === b.length && sorted(a) === sorted(b);
}

function sorted(name: string): string {
  return Array.from(name).sort().join("");
}

/** Asks for the name among these that was probably meant, as a help; nothing when all are far. */
export function askForName(name: string, names: readonly string[]): string | undefined {
  const near = didYouMean(name, names);
  return near === undefined ? undefined : `did you mean \`${near}\`?`;
}

/** The name among these that was probably meant. */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  return nearest(name, names)[0];
}
