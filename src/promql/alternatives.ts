/** What stands between the bars of a pattern, of which one has to fit; the pattern alone, where there is no bar. */
export function alternativesOf(pattern: string): readonly string[] {
  if (pattern.includes("\\Q")) return [pattern];
  const parts = splitAtBars(pattern);
  const [only] = parts;
  const [, inner] = (parts.length === 1 && /^\((?:\?:)?(.*)\)$/s.exec(only ?? "")) || [];
  const within = inner === undefined || inner.startsWith("?") ? undefined : splitAtBars(inner);
  return within && within.length > 1 ? within : parts;
}

/** An escape, a class, or what divides. A class that is never closed goes on to the end, so that it is read once. */
const pieces = /\\.|\[\^?\]?(?:\\.?|[^\]\\])*(?:\]|$)|[()|]/gs;

/** Bars in brackets, in groups and behind a backslash divide nothing. */
function splitAtBars(pattern: string): readonly string[] {
  const parts: string[] = [];
  let [from, depth] = [0, 0];
  for (const { 0: sign, index } of pattern.matchAll(pieces)) {
    if (sign === "(") depth++;
    if (sign === ")") depth--;
    if (sign !== "|" || depth > 0) continue;
    parts.push(pattern.slice(from, index));
    from = index + 1;
  }
  // `(a)|(b)` without its outer brackets is no pattern.
  return depth === 0 ? [...parts, pattern.slice(from)] : [pattern];
}
