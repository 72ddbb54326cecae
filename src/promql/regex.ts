import { RE2JS } from "re2js";

/** Why RE2 rejects a pattern; nothing when it accepts it. */
export function patternMistake(pattern: string): string | undefined {
  const result = compile(pattern);
  return result instanceof Error ? result.message.replace(/^error parsing regexp: /, "") : undefined;
}

/**
 * Whether the whole of a text matches a pattern, as in a matcher: anchored at both ends, and `.` is any character.
 * Nothing where RE2 rejects the pattern.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/basics/#time-series-selectors
 */
export function matchesPattern(pattern: string, text: string): boolean | undefined {
  const result = compile(pattern);
  if (result instanceof Error) return undefined;
  return result instanceof RE2JS ? result.matches(text) : result.includes(text);
}

/** Whether a part of a text matches a pattern. Nothing where RE2 rejects the pattern. */
export function containsPattern(pattern: string, text: string): boolean | undefined {
  return matchesPattern(`.*(?:${pattern}).*`, text);
}

/**
 * What the groups of a pattern hold where it matches the whole of a text, by number and by name; `0` is all of it.
 * Nothing where it does not match.
 */
export function matchGroups(pattern: string, text: string): ReadonlyMap<string, string> | "invalid" | undefined {
  const result = compile(pattern);
  if (result instanceof Error) return "invalid";
  if (!(result instanceof RE2JS)) return result.includes(text) ? new Map([["0", text]]) : undefined;
  const matcher = result.matcher(text);
  if (!matcher.matches()) return undefined;
  const groups = new Map<string, string>();
  for (let k = 0; k <= matcher.groupCount(); k++) groups.set(String(k), matcher.group(k) ?? "");
  for (const [name, value] of Object.entries(matcher.getNamedGroups())) groups.set(name, value ?? "");
  return groups;
}

/**
 * Whether a pattern matches somewhere in a text, as in Go: it is not anchored, and `.` is no line break. Nothing where
 * RE2 rejects the pattern.
 */
export function findsPattern(pattern: string, text: string): boolean | undefined {
  return plainPattern(pattern)?.matcher(text).find();
}

/**
 * A text with what a pattern matches replaced; `$1`, `${1}` and `${name}` stand for groups. Nothing where RE2 rejects
 * the pattern. Source: https://pkg.go.dev/regexp#Regexp.Expand
 */
export function replacePattern(pattern: string, by: string, text: string): string | undefined {
  const matcher = plainPattern(pattern)?.matcher(text);
  if (!matcher) return undefined;
  const names = matcher.getNamedGroups.bind(matcher);
  let result = "";
  let at = 0;
  let lastEnd = -1;
  while (matcher.find()) {
    const [from, to] = [matcher.start(), matcher.end()];
    // Go takes no empty match right behind another one.
    if (from === to && from === lastEnd) continue;
    const groupOf = (name: string): string => {
      if (!/^\d+$/.test(name)) return names()[name] ?? "";
      return Number(name) <= matcher.groupCount() ? (matcher.group(Number(name)) ?? "") : "";
    };
    const expanded = by.replace(
      /\$(?:\$|([\p{L}\p{N}_]+)|\{([\p{L}\p{N}_]+)\})/gu,
      (_, name?: string, braced?: string) => ((name ?? braced) === undefined ? "$" : groupOf(name ?? braced ?? "")),
    );
    result += text.slice(at, from) + expanded;
    at = to;
    lastEnd = to;
  }
  return result + text.slice(at);
}

/** A pattern without a flag; nothing where RE2 rejects it. */
function plainPattern(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}

/** The texts of a pattern that is no more than some of them with `|` between; most are, and need no compiler. */
function alternatives(pattern: string): readonly string[] | undefined {
  return /^[\w |:/-]*$/.test(pattern) ? pattern.split("|") : undefined;
}

type Compiled = RE2JS | readonly string[] | Error;

const compiled = new Map<string, Compiled>();

/** Patterns repeat from query to query; a few thousand are kept. */
function compile(pattern: string): Compiled {
  const kept = compiled.get(pattern);
  if (kept) return kept;
  if (compiled.size > 5000) compiled.clear();
  const result = alternatives(pattern) ?? attempt(pattern);
  compiled.set(pattern, result);
  return result;
}

/** Compiled as it stands first, since the flag finds its way into the words of a mistake. */
function attempt(pattern: string): RE2JS | Error {
  try {
    RE2JS.compile(pattern);
    return RE2JS.compile(pattern, RE2JS.DOTALL);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
