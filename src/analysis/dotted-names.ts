import type { LabelMatcher } from "../syntax/ast.js";
import type { Edit } from "../syntax/problem.js";
import { maskVariables } from "../syntax/scan.js";

/** An address or the name of a host in a pattern, whose dots are not escaped. */
export interface DottedName {
  readonly text: string;
  /** The offset in the pattern. */
  readonly from: number;
}

/** The addresses and names of hosts in the value of a matcher, read as a pattern; those with escaped dots are none. */
export function dottedNames({ value, valueToken }: LabelMatcher): readonly DottedName[] {
  if (!value.includes(".") || value.includes("\\Q")) return [];
  const pattern = valueToken.variable ? maskVariables(value) : value;
  if (!/[\w-]\.[\w-]/.test(pattern)) return [];
  return Array.from(pattern.matchAll(piece), ({ 0: text, index }) => ({ text, from: index }))
    .filter(({ text }) => isName(text))
    .map(({ text, from }) => ({ text: value.slice(from, from + text.length), from }));
}

/** An escape, a class, words with dots between them, a word, or a character. A dot may join them to `.*` on each side. */
const piece = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?:(?<=[*+])\.)?[\w-]+(?:\.[\w-]+)+(?:\.(?=\.[*+]))?|[\w-]+|./gsu;

function isName(text: string): boolean {
  if (!/^\.?[\w-]+\./.test(text)) return false;
  const words = text.split(".").filter((word) => word !== "");
  const last = words.at(-1) ?? "";
  if (words.every((word) => /^\d{1,3}$/.test(word) && Number(word) < 256)) {
    return words.length === 4 || (words.length === 3 && text.endsWith("."));
  }
  if (!/^[A-Za-z]{2,}$/.test(last)) return false;
  return words.length > 2 || (words.length === 2 && topLevels.has(last.toLowerCase()));
}

/** Where names of two words only are surely those of hosts. */
const topLevels: ReadonlySet<string> = new Set(
  "app cloud com corp dev edu gov home internal io lan local localdomain net org svc".split(" "),
);

/** The edits that escape the dots of names; nothing where another escape of the string hides their places. */
export function escapeDots(
  { value, valueToken }: LabelMatcher,
  names: readonly DottedName[],
): readonly Edit[] | undefined {
  const { text, span } = valueToken;
  const isRaw = text.startsWith("`");
  const places = isRaw ? Array.from(value, (_, index) => index + 1) : placesOf(text);
  if (places?.length !== value.length) return undefined;
  return names.flatMap((name) =>
    Array.from(name.text.matchAll(/\./g), ({ index }) => {
      const at = span.from + (places[name.from + index] ?? 0);
      return { from: at, to: at, insert: isRaw ? "\\" : "\\\\" };
    }),
  );
}

/** Where each character of a quoted string stands in its text, if no escape but that of a backslash is in it. */
function placesOf(text: string): readonly number[] | undefined {
  const places: number[] = [];
  for (let at = 1; at < text.length - 1; at++) {
    places.push(at);
    if (text.charAt(at) !== "\\") continue;
    at += 1;
    if (text.charAt(at) !== "\\") return undefined;
  }
  return places;
}
