import { RE2JS } from "re2js";

/**
 * Whether the whole of a text matches a pattern, as in a matcher: anchored at both ends, and `.` is any character.
 * Nothing where RE2 rejects the pattern.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/basics/#time-series-selectors
 */
export function matchesPattern(pattern: string, text: string): boolean | undefined {
  try {
    return RE2JS.compile(pattern, RE2JS.DOTALL).matches(text);
  } catch {
    return undefined;
  }
}
