import { listInWords } from "../../analysis/words.js";
import { isAlike } from "../../promql/spelling.js";

/** Names that are told at once. */
const most = 3;

/** Shorter words are parts of too many names. */
const shortest = 3;

/**
 * The metrics among these that a word may mean: one that is spelled alike, those in whose names a part begins with it, or else those that
 * share at least two of its parts; the first of them. None, where all are far.
 */
export function similarMetrics(word: string, names: readonly string[]): readonly string[] {
  const lower = word.toLowerCase();
  if (lower.length < shortest) return [];
  const alike = names.find((name) => isAlike(lower, name));
  if (alike !== undefined) return [alike];
  const longer = names.filter((name) => `_${name.toLowerCase()}`.includes(`_${lower}`));
  if (longer.length > 0) return longer.slice(0, most);
  const parts = new Set(lower.split("_"));
  return names.filter((name) => partsShared(parts, name) > 1).slice(0, most);
}

function partsShared(parts: ReadonlySet<string>, name: string): number {
  return new Set(
    name
      .toLowerCase()
      .split("_")
      .filter((part) => parts.has(part)),
  ).size;
}

/** Asks for the metrics that were probably meant: `` did you mean `a` or `b`? ``. */
export function askForMetrics(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return `did you mean ${listInWords(
    names.map((name) => `\`${name}\``),
    "or",
  )}?`;
}
