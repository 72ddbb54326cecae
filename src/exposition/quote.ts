/** A part of the text as a message shows it: in backticks, shortened, control characters and halves of surrogate pairs as escapes. */
export function quote(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return `\`${shown.replace(/[\p{Cc}\p{Cs}\uFFFD]/gu, escape)}\``;
}

const longest = 40;

function escape(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
