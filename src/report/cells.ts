import stringWidth from "string-width";
import { isPrintableAscii, shownCharacters, type ShownCharacter } from "./visible.js";

/** A user-perceived character that a terminal shows in `width` columns. */
export interface Cell extends ShownCharacter {
  readonly width: number;
}

/** The characters of a text, which begins at the offset `start`, as a terminal shows them. */
export function cells(text: string, start = 0): Cell[] {
  if (isPrintableAscii(text)) {
    return Array.from(text, (shown, k) => ({ from: start + k, to: start + k + 1, shown, width: 1 }));
  }
  return Array.from(shownCharacters(text, start), (character) => ({
    ...character,
    width: stringWidth(character.shown),
  }));
}

/** How many columns a terminal needs for a text. */
export function columnsOf(text: string): number {
  if (isPrintableAscii(text)) return text.length;
  return cells(text).reduce((sum, { width }) => sum + width, 0);
}
