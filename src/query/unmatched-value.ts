import { matchesSome } from "../promql/name-pattern.js";
import { matchesPattern } from "../promql/regex.js";
import { askForName, byLikeness } from "../promql/spelling.js";
import type { LabelMatcher } from "../syntax/ast.js";
import { type Misread, misreadPattern, mostRead } from "./misread-pattern.js";
import { namedCount } from "./named-count.js";

/** What to do about a matcher that fits none of the values which its label has; there are some. */
export function unmatchedValueHelp({ op, value }: LabelMatcher, values: readonly string[]): string {
  const known = values.slice(0, mostRead);
  switch (op.text) {
    case "=":
      return unequalHelp(value, known);
    case "=~":
      return unmatchedPatternHelp(value, known);
    case "!=":
      return `every series has this value; ${listed(known)}`;
    case "!~":
      return `every value fits the pattern; ${listed(known)}`;
  }
}

/** `=` with a text that is no value. */
function unequalHelp(text: string, values: readonly string[]): string {
  const meant = values.filter((value) => matchesSome([text], value) || matchesPattern(text, value));
  if (meant.length > 0) {
    const any = text.includes("*") ? ", in which `.*` stands for any characters" : "";
    return `\`=\` compares with the exact text; take \`=~\` for a pattern${any}; ${listedFor(text, values, meant)}`;
  }
  const misread = misreadPattern(text, values);
  if (misread) {
    const isValue = values.includes(misread.pattern);
    return `${isValue ? "" : "`=` compares with the exact text; take `=~` for a pattern; "}${misreadHelp(misread, values)}`;
  }
  const longer = values.filter((value) => value.startsWith(text));
  return (
    askForValue(text, values) ??
    (longer.length > 0
      ? `\`=\` compares with the whole value, not with its beginning; ${listedFor(text, values, longer)}`
      : listedFor(text, values))
  );
}

/** What to do about a pattern that fits none of some values as a whole. */
export function unmatchedPatternHelp(pattern: string, values: readonly string[]): string {
  const fitting = (written: string) => values.filter((value) => matchesPattern(written, value));
  const shown = (meant: readonly string[]) => listedFor(plainPart(pattern), values, meant);
  const misread = misreadPattern(pattern, values);
  if (misread) return misreadHelp(misread, values);
  const other = fitting(`(?i:${pattern})`);
  if (other.length > 0) return `upper and lower case count; ${shown(other)}`;
  if (/^[\w-]+$/.test(pattern)) {
    const help = askForValue(pattern, values);
    if (help !== undefined) return help;
  }
  const whole = "a pattern has to fit the whole value, and this one fits only";
  for (const [written, part, add] of [
    [`(?:${pattern}).*`, "its beginning", "add `.*` or `.+` at the end"],
    [`.*(?:${pattern})`, "its end", "begin it with `.*` or `.+`"],
    [`.*(?:${pattern}).*`, "a part of it", "begin and end it with `.*`"],
  ] as const) {
    const partly = fitting(written);
    if (partly.length > 0) return `${whole} ${part}: ${add}; ${shown(partly)}`;
  }
  return shown([]);
}

function misreadHelp({ pattern, words }: Misread, values: readonly string[]): string {
  const fitting = values.filter((value) => matchesPattern(pattern, value));
  const which = values.includes(pattern) ? "" : `, which fits ${namesInWords(fitting)}`;
  return `${words.join("; ")}: write \`${pattern}\`${which}`;
}

/** Numbers are no misspellings of each other. */
function askForValue(text: string, values: readonly string[]): string | undefined {
  return /^[\d.]+$/.test(text) ? undefined : askForName(text, values);
}

/** A pattern without the signs that mean something else than themselves. */
export function plainPart(pattern: string): string {
  return pattern.replace(/[^\w:/ -]/g, "");
}

const mostListed = 8;

/** The values that were probably meant, or else all of them; those first that are spelled most alike. */
function listedFor(text: string, values: readonly string[], meant: readonly string[] = []): string {
  const first = byLikeness(text, meant.length > 0 ? meant : values);
  return listed([...new Set([...first, ...values])], Math.min(first.length, mostListed));
}

/** The first names of some that a label or a series has: ``it has `a`, `b` and 3 more``. */
export function listed(names: readonly string[], most = mostListed): string {
  return `it has ${namesInWords(names, most)}`;
}

/** The first of some names, and how many more there are. */
export function namesInWords(names: readonly string[], most = mostListed): string {
  const shown = names.slice(0, namedCount(names.length, most)).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  return `${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
