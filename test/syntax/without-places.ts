/** A tree without what depends on how the query is written: places, source texts, the order of matchers. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  const isLiteral = "kind" in value && typeof value.kind === "string" && value.kind.endsWith("Literal");
  const entries = Object.entries(value).filter(([key]) => !written.has(key) && !(isLiteral && spelling.has(key)));
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, key === "matchers" ? inOrder(inner) : withoutPlaces(inner)]),
  );
}

const written = new Set(["span", "braces", "brackets", "valueToken", "position"]);
/** A number of seconds may be printed as a duration. */
const spelling = new Set(["text", "duration"]);

function inOrder(matchers: unknown): unknown {
  return Array.isArray(matchers) ? matchers.map((matcher) => JSON.stringify(withoutPlaces(matcher))).sort() : matchers;
}
