import { patternMistake } from "../promql/regex.js";
import type { Problem, Span } from "../syntax/problem.js";

/** The problem of a pattern that RE2 rejects; nothing when it accepts it. */
export function checkPattern(pattern: string, at: Span): Problem | undefined {
  const mistake = patternMistake(pattern);
  if (mistake === undefined) return undefined;
  return {
    code: "bad-regex",
    severity: "error",
    at,
    message: `the regular expression is not valid: ${mistake.length > 100 ? `${mistake.slice(0, 100)}…` : mistake}`,
    help: /^missing argument to repetition operator/.test(mistake)
      ? 'a sign such as `*` repeats the character before it: `".*"` fits any text'
      : "patterns are those of RE2: no look-around, no back references; a bracket that means itself needs a backslash",
    prometheus: `error parsing regexp: ${mistake}`,
  };
}
