// C0 and C1 controls, the marks that turn the direction of text, zero-width characters, line separators, lone surrogates.
const unprintable =
  /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** Text of a stranger for one line of a terminal: characters that steer it become `\n`, `\u{1b}` or `\u{202e}`. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    if (character === "\n") return "\\n";
    if (character === "\r") return "\\r";
    if (character === "\t") return "    ";
    return `\\u{${character.charCodeAt(0).toString(16)}}`;
  });
}

/** As {@link printable}, and no longer than `length` UTF-16 units; `…` stands for what was cut. */
export function excerpt(text: string, length: number): string {
  const line = printable(text.trim().slice(0, length + 1));
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
