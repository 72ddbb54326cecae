/** A value as JSON that a terminal can print: it neither obeys nor hides any character. With the indent 0 on one line. Ends with a line break. */
export function jsonText(value: unknown, indent = 2): string {
  return `${JSON.stringify(value, null, indent).replace(unsafeOnTerminals, unicodeEscape)}\n`;
}

/** What JSON and XML allow within texts, and a terminal obeys or hides. */
export const unsafeOnTerminals = /[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
