import { alternativesOf } from "../promql/alternatives.js";
import { matchesPattern } from "../promql/regex.js";

/** A pattern as people write it who know it from elsewhere. */
interface Notation {
  /** What it means in PromQL, in a sentence. */
  readonly word: string;
  /** The pattern that was meant; the same text, where the notation is not used. */
  readonly rewritten: (pattern: string) => string;
  /** Whether it may as well be none: it has to explain all of a pattern. */
  readonly isRare?: true;
}

/** A pattern that fits some value, and what of the one that was written means something else. */
export interface Misread {
  readonly pattern: string;
  readonly words: readonly string[];
}

const notations: readonly Notation[] = [
  {
    word: "slashes around a pattern belong to other languages, and are compared like letters here",
    rewritten: (pattern) => pattern.replace(/^\/(.*)\/[a-z]*$/s, "$1"),
  },
  {
    word: "quotes within the pattern are compared like letters",
    rewritten: (pattern) => pattern.replace(/['"`]/g, ""),
  },
  {
    word: "brackets stand for one of the characters in them",
    rewritten: (pattern) => pattern.replace(/\[([^[\]]*[|,][^[\]]*)\]/g, "($1)"),
  },
  {
    word: "braces stand for repetition here",
    rewritten: (pattern) => pattern.replace(/\{([^{}]*[^{}\d,][^{}]*)\}/g, "($1)"),
  },
  {
    word: "a comma is compared like a letter, and `|` means or",
    rewritten: (pattern) => pattern.replace(/[,;] */g, "|"),
  },
  {
    word: "`or` within the quotes is compared letter by letter, and `|` means or",
    rewritten: (pattern) => pattern.replace(/ +or +/gi, "|"),
  },
  {
    word: "a value cannot be two texts at once, and `|` means or",
    rewritten: (pattern) => pattern.replace(/ +and +| *&&? */gi, "|"),
  },
  {
    word: "spaces are compared like letters",
    rewritten: (pattern) => pattern.trim().replace(/ *\| */g, "|"),
  },
  {
    word: "a space is compared like a letter, and `|` means or",
    rewritten: (pattern) => pattern.replace(/ +/g, "|"),
    isRare: true,
  },
  {
    word: "a space is compared like a letter: leave it out",
    rewritten: (pattern) => pattern.replace(/ +/g, ""),
    isRare: true,
  },
  {
    word: "`…` is compared like a letter, and `.*` stands for any characters",
    rewritten: (pattern) => pattern.replace(/…/g, ".*"),
  },
  {
    word: "each dot stands for one character, and `.*` for any number of them",
    rewritten: (pattern) => pattern.replace(/\.{2,}(?![*+?{.])/g, ".*"),
  },
  {
    word: "`%` is compared like a letter, and `.*` stands for any characters",
    rewritten: (pattern) => pattern.replace(/%/g, ".*"),
  },
  {
    word: "`*` repeats the character before it, and `.*` stands for any characters",
    rewritten: (pattern) => pattern.replace(/(^|[\w|(-])\*/g, "$1.*"),
  },
];

/** Longer patterns are written by those who know them. */
const longest = 500;

/** Values that are compared with a pattern; a label may have very many. */
export const mostRead = 5_000;

/**
 * The pattern that was probably meant by one which fits no value: with the first notations rewritten, in their order, that make
 * each of its alternatives fit a value, or else one of them. Nothing where no notation of other languages explains it.
 */
export function misreadPattern(written: string, values: readonly string[]): Misread | undefined {
  if (written.length > longest) return undefined;
  const known = values.slice(0, mostRead);
  let misread: Misread = { pattern: written, words: [] };
  let partly: Misread | undefined;
  for (const { word, rewritten, isRare } of notations) {
    const pattern = withoutGroup(rewritten(misread.pattern));
    if (pattern === misread.pattern) continue;
    const read = { pattern, words: [...misread.words, word] };
    const fits = alternativesOf(pattern).map((one) => known.some((value) => matchesPattern(one, value)));
    if (fits.every(Boolean)) return read;
    if (isRare) continue;
    if (fits.some(Boolean)) partly ??= read;
    misread = read;
  }
  return partly;
}

/** A group around all alternatives changes nothing. */
function withoutGroup(pattern: string): string {
  const alternatives = alternativesOf(pattern);
  return alternatives.length > 1 ? alternatives.join("|") : pattern;
}
