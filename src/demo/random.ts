/** Numbers from 0 up to, but without, 1: always the same ones for the same text. */
export function randomNumbers(seed: string): () => number {
  let state = hashOf(seed);
  return () => {
    // Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Hexadecimal digits that belong to a text, such as the identifier of a pod. */
export function randomDigits(seed: string, length: number): string {
  const next = randomNumbers(seed);
  return Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join("");
}

/** An identifier in the form of a UUID. */
export function randomUuid(seed: string): string {
  const digits = randomDigits(seed, 32);
  return [0, 8, 12, 16, 20].map((from, k, all) => digits.slice(from, all[k + 1])).join("-");
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
