import stringWidth from "string-width";

/** A user-perceived character: its UTF-16 range in the text, and what a terminal shows for it in `width` columns. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly shown: string;
  readonly width: number;
}

const segmenter = new Intl.Segmenter();
const printableAscii = /^[\x20-\x7e]*$/;
const hidden = /[\p{Control}\p{Format}\p{Surrogate}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** An emoji may hold joiners, which are hidden characters elsewhere. */
const emoji = new RegExp("^\\p{RGI_Emoji}$", "v");
const controlling = /[\p{Control}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const tab = "    ";

/**
 * The characters of a text as a terminal shows them. Tabs are four spaces; control characters, escape sequences, bidi
 * overrides and everything else that shows nothing of its own are written as `\u{1b}`, so that nobody is misled by them.
 * `start` is the offset of the text's first character.
 */
export function cells(text: string, start = 0): Cell[] {
  const result: Cell[] = [];
  if (printableAscii.test(text)) {
    for (let i = 0; i < text.length; i++) {
      result.push({ from: start + i, to: start + i + 1, shown: text.charAt(i), width: 1 });
    }
    return result;
  }
  for (const { segment, index } of segmenter.segment(text)) {
    let from = start + index;
    for (const part of isPlain(segment) ? [segment] : segment) {
      const shown = isPlain(part) ? part : escape(part);
      result.push({ from, to: from + part.length, shown, width: stringWidth(shown) });
      from += part.length;
    }
  }
  return result;
}

/** A text as a terminal may print it on one line: as {@link cells}, line breaks written as `\n`. */
export function visible(text: string): string {
  if (printableAscii.test(text)) return text;
  return cells(text)
    .map((cell) => cell.shown)
    .join("");
}

/** A text as it is, but for what a terminal would obey, which is written as `\u{1b}`: for names that programs look up. */
export function escapeUnsafe(text: string): string {
  return text.replace(controlling, escapeCode);
}

/** Whether a terminal shows the character as it is, in at least one column. */
function isPlain(character: string): boolean {
  return stringWidth(character) > 0 && (!hidden.test(character) || emoji.test(character));
}

function escape(character: string): string {
  if (character === "\t") return tab;
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  return escapeCode(character);
}

/** Such as `\u{1b}`. */
export function escapeCode(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
