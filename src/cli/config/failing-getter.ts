import { thrownText } from "./thrown.js";

/** How many values are looked at, since getters may give new ones without end. */
const mostValues = 10_000;

/** The first value of an object that cannot be read, since its getter throws: the way to it, and what is thrown. */
export function failingGetter(root: object): { readonly way: string; readonly thrown: string } | undefined {
  const found = new Map<unknown, string>([[root, ""]]);
  for (const [value, way] of found) {
    if (typeof value !== "object" || value === null) continue;
    let inner = way;
    try {
      for (const key of keysOf(value)) {
        inner = /^\d+$/.test(key) ? `${way}[${key}]` : `${way}${way && "."}${key}`;
        const part: unknown = Reflect.get(value, key);
        if (!found.has(part) && found.size < mostValues) found.set(part, inner);
      }
    } catch (error) {
      return { way: inner, thrown: thrownText(error) };
    }
  }
  return undefined;
}

/** The names of what an object holds, those of its class too. */
function* keysOf(value: object): Generator<string> {
  const ends: readonly unknown[] = [Object.prototype, Array.prototype, null];
  for (let owner: object | null = value; owner !== null && !ends.includes(owner);) {
    yield* Object.getOwnPropertyNames(owner);
    const next: unknown = Object.getPrototypeOf(owner);
    owner = typeof next === "object" ? next : null;
  }
}
