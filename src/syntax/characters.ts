/** A text that is not too long for a message. */
export function shortened(text: string, most = 40): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** A part of a query as a message shows it: in one line. */
export function inOneLine(text: string): string {
  return shortened(text.replace(/\s+/g, " "), 80);
}

/** The text in backticks; a character that cannot be seen as its code. */
export function visible(text: string): string {
  return /^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(text) ? `\`${text}\`` : codes(text);
}

function codes(text: string): string {
  return Array.from(text, codePoint).join(" ");
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** As Go's `%q` writes a character. */
export function goChar(char: string): string {
  if (char === "") return "'\uFFFD'";
  if (char === "'" || char === "\\") return `'\\${char}'`;
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(char) ? `'${char}'` : `'\\u${codePoint(char).slice(2).toLowerCase()}'`;
}

/** As Go's `%#U` writes a character. */
export function goRune(char: string): string {
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(char) ? `${codePoint(char)} '${char}'` : codePoint(char);
}
