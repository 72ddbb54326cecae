import { RE2JS } from "re2js";
import type { Problem, Span } from "../syntax/problem.js";

/** Why RE2 rejects a pattern; nothing when it accepts it. */
export function regexMistake(pattern: string): string | undefined {
  if (isPlain(pattern)) return undefined;
  const result = compile(pattern);
  return result instanceof Error ? result.message.replace(/^error parsing regexp: /, "") : undefined;
}

/** Whether a pattern, anchored at both ends, matches the empty text; nothing where RE2 rejects the pattern. */
export function regexMatchesEmpty(pattern: string): boolean | undefined {
  if (isPlain(pattern)) return pattern === "" || /^\||\|\||\|$/.test(pattern);
  const result = compile(pattern);
  return result instanceof Error ? undefined : result.matches("");
}

/** What is said of a pattern that RE2 rejects. */
export function badRegex(at: Span, mistake: string): Problem {
  return {
    code: "bad-regex",
    severity: "error",
    at,
    message: `the regular expression is not valid: ${mistake.length > 100 ? `${mistake.slice(0, 100)}…` : mistake}`,
    help: "Prometheus uses RE2: no look-around, no back references; a bracket that means itself needs a backslash",
    prometheus: `error parsing regexp: ${mistake}`,
  };
}

/** Most patterns are names with `|` between them, and need no compiler. */
function isPlain(pattern: string): boolean {
  return /^[\w |:/-]*$/.test(pattern);
}

const compiled = new Map<string, RE2JS | Error>();

/** Patterns repeat from query to query; a few thousand are kept. */
function compile(pattern: string): RE2JS | Error {
  const kept = compiled.get(pattern);
  if (kept) return kept;
  if (compiled.size > 5000) compiled.clear();
  const result = attempt(pattern);
  compiled.set(pattern, result);
  return result;
}

function attempt(pattern: string): RE2JS | Error {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
