import { matchesSome } from "../promql/name-pattern.js";
import { matchesPattern } from "../promql/regex.js";
import { askForName, byLikeness } from "../promql/spelling.js";
import type { LabelMatcher } from "../syntax/ast.js";

/** What to do about a matcher that fits none of the values which its label has; there are some. */
export function unmatchedValueHelp({ op, value }: LabelMatcher, values: readonly string[]): string {
  const known = values.slice(0, mostRead);
  switch (op.text) {
    case "=":
      return unequalHelp(value, known);
    case "=~":
      return unmatchedHelp(value, known);
    case "!=":
      return `every series has this value; ${listed(known)}`;
    case "!~":
      return `every value fits the pattern; ${listed(known)}`;
  }
}

/** Values that are compared with a pattern; a label may have very many. */
const mostRead = 5_000;

/** `=` with a text that is no value. */
function unequalHelp(text: string, values: readonly string[]): string {
  const meant = values.filter((value) => matchesSome([text], value) || matchesPattern(text, value));
  if (meant.length > 0) {
    const any = text.includes("*") ? ", in which `.*` stands for any characters" : "";
    return `\`=\` compares with the exact text; take \`=~\` for a pattern${any}; ${listedFor(text, values, meant)}`;
  }
  const longer = values.filter((value) => value.startsWith(text));
  return (
    askForValue(text, values) ??
    (longer.length > 0
      ? `\`=\` compares with the whole value, not with its beginning; ${listedFor(text, values, longer)}`
      : listedFor(text, values))
  );
}

/** `=~` with a pattern that fits no value as a whole. */
function unmatchedHelp(pattern: string, values: readonly string[]): string {
  const fitting = (written: string) => values.filter((value) => matchesPattern(written, value));
  const shown = (meant: readonly string[]) => listedFor(plainPart(pattern), values, meant);
  const globbed = /(?:^|[\w-])\*/.test(pattern) ? values.filter((value) => matchesSome([pattern], value)) : [];
  if (globbed.length > 0) {
    return `\`*\` repeats the character before it; write \`.*\` for any characters; ${shown(globbed)}`;
  }
  const other = fitting(`(?i:${pattern})`);
  if (other.length > 0) return `upper and lower case count; ${shown(other)}`;
  if (/^[\w-]+$/.test(pattern)) {
    const help = askForValue(pattern, values);
    if (help !== undefined) return help;
  }
  const whole = "a pattern has to fit the whole value, and this one fits only";
  for (const [written, part, add] of [
    [`(?:${pattern}).*`, "its beginning", "add `.*` or `.+`"],
    [`.*(?:${pattern})`, "its end", "begin it with `.*` or `.+`"],
    [`.*(?:${pattern}).*`, "a part of it", "begin and end it with `.*`"],
  ] as const) {
    const partly = fitting(written);
    if (partly.length > 0) return `${whole} ${part}: ${add}; ${shown(partly)}`;
  }
  return shown([]);
}

/** Numbers are no misspellings of each other. */
function askForValue(text: string, values: readonly string[]): string | undefined {
  return /^[\d.]+$/.test(text) ? undefined : askForName(text, values);
}

/** A pattern without the signs that mean something else than themselves. */
function plainPart(pattern: string): string {
  return pattern.replace(/[^\w:/ -]/g, "");
}

const mostListed = 8;

/** The values that were probably meant, or else all of them; those first that are spelled most alike. */
function listedFor(text: string, values: readonly string[], meant: readonly string[] = []): string {
  return listed(byLikeness(text, meant.length > 0 ? meant : values), values.length);
}

/** The first names of some that a label or a series has, of so many: ``it has `a`, `b` and 3 more``. */
export function listed(names: readonly string[], all = names.length): string {
  const shown = names.slice(0, mostListed).map((name) => `\`${name}\``);
  const rest = all - shown.length;
  return `it has ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
