/** What a program of a user has thrown, in one line; it may be anything. */
export function thrownText(thrown: unknown): string {
  try {
    const text = thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
    return text.split("\n", 1).join("");
  } catch {
    return "it has thrown what cannot be written";
  }
}
