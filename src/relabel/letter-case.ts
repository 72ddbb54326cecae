/** A text in small letters as Go writes it: each character for itself. */
export function lowerCase(text: string): string {
  return Array.from(text, (character) => firstCharacter(character.toLowerCase())).join("");
}

/** A text in capital letters as Go writes it: a character that would become several, such as `ß`, stays. */
export function upperCase(text: string): string {
  return Array.from(text, (character) => {
    const upper = character.toUpperCase();
    return firstCharacter(upper) === upper ? upper : character;
  }).join("");
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}
