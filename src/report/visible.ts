/** A user-perceived character: its UTF-16 range in the text, and what a terminal shows for it. */
export interface ShownCharacter {
  readonly from: number;
  readonly to: number;
  readonly shown: string;
}

const printableAscii = /^[\x20-\x7e]*$/;
const hidden = /[\p{Control}\p{Format}\p{Surrogate}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const withColumns = /[^\p{Nonspacing_Mark}\p{Enclosing_Mark}]/u;
const controlling = /[\p{Control}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const tab = "    ";

/** Their tables take longer to load than a query takes to lint, and most texts need neither. */
let segmenter: Intl.Segmenter | undefined;
let emoji: RegExp | undefined;

/**
 * The characters of a text as a terminal shows them. Tabs are four spaces; control characters, escape sequences, bidi
 * overrides and everything else that shows nothing of its own are written as `\u{1b}`, so that nobody is misled by them.
 * `start` is the offset of the text's first character.
 */
export function* shownCharacters(text: string, start = 0): Generator<ShownCharacter, void> {
  segmenter ??= new Intl.Segmenter();
  for (const { segment, index } of segmenter.segment(text)) {
    let from = start + index;
    for (const part of isPlain(segment) ? [segment] : segment) {
      yield { from, to: from + part.length, shown: isPlain(part) ? part : escape(part) };
      from += part.length;
    }
  }
}

/** Whether a terminal shows every character of a text as it is, in one column. */
export function isPrintableAscii(text: string): boolean {
  return printableAscii.test(text);
}

/** A text as a terminal may print it on one line: as {@link shownCharacters}, line breaks written as `\n`. */
export function visible(text: string): string {
  if (isPrintableAscii(text)) return text;
  return Array.from(shownCharacters(text), ({ shown }) => shown).join("");
}

/** A text as it is, but for what a terminal would obey, which is written as `\u{1b}`: for names that programs look up. */
export function escapeUnsafe(text: string): string {
  return text.replace(controlling, escapeCode);
}

/** Whether a terminal shows the character as it is, in at least one column. */
function isPlain(character: string): boolean {
  return (!hidden.test(character) && withColumns.test(character)) || isEmoji(character);
}

/** An emoji may hold joiners, which are hidden characters elsewhere. */
function isEmoji(character: string): boolean {
  emoji ??= new RegExp("^\\p{RGI_Emoji}$", "v");
  return emoji.test(character);
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
