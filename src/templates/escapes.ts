/** A text as Go's `url.QueryEscape` writes it. */
export function queryEscape(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text));
  return bytes
    .map((byte) => {
      const char = String.fromCharCode(byte);
      if (/[\w.~-]/.test(char)) return char;
      return char === " " ? "+" : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

const htmlEscapes: Readonly<Record<string, string>> = {
  "\0": "\ufffd",
  '"': "&#34;",
  "'": "&#39;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};

/** A text as the function `html` writes it. */
export function htmlEscape(text: string): string {
  return text.replace(/[\0"'&<>]/g, (char) => htmlEscapes[char] ?? char);
}

/** A text as the function `js` writes it. */
export function jsEscape(text: string): string {
  return text.replace(/[\\'"]|[<>&=]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, (char) => {
    if (/[\\'"]/.test(char)) return `\\${char}`;
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `\\u${code}`;
  });
}

/** A text in upper case, character by character. */
export function upperCase(text: string): string {
  return Array.from(text, upper).join("");
}

/** A text in lower case, character by character. */
export function lowerCase(text: string): string {
  return Array.from(text, (char) => {
    const lower = char.toLowerCase();
    return Array.from(lower).length === 1 ? lower : (Array.from(lower)[0] ?? char);
  }).join("");
}

/** Some characters are two in upper case, which Go leaves as they are. */
function upper(char: string): string {
  const changed = char.toUpperCase();
  return Array.from(changed).length === 1 ? changed : char;
}

/** A text with the first letter of each word in upper case; the others stay. */
export function titleCase(text: string): string {
  return text.replace(words, (word) => word.replace(/[\p{Ll}\p{Lu}\p{Lt}]/u, upper));
}

/** Words as Unicode parts them: https://unicode.org/reports/tr29/#Word_Boundaries */
const words = /[\p{L}\p{N}\p{M}_]+(?:(?:(?<=\p{L})[.:'·’](?=\p{L})|(?<=\p{N})[.,;'](?=\p{N}))[\p{L}\p{N}\p{M}_]+)*/gu;
