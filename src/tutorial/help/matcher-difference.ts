import { metricOf } from "../../analysis/selectors.js";
import type { Expr, LabelMatcher, VectorSelector } from "../../syntax/ast.js";
import { lex } from "../../syntax/lex.js";
import { print } from "../../syntax/print.js";
import { nodesOf } from "../../syntax/walk.js";

/** The one matcher in which a query differs from another. */
export interface MatcherDifference {
  /** `missing`: only the other one has it. */
  readonly kind: "missing" | "superfluous" | "other";
  /** Of the query, or of the other one where it is missing. */
  readonly matcher: LabelMatcher;
}

/** In which matcher alone a query differs from the one that is wanted; nothing where they differ in more, or in nothing. */
export function matcherDifference(own: Expr, wanted: Expr): MatcherDifference | undefined {
  const [ours, theirs] = [nodesOf(own, "VectorSelector"), nodesOf(wanted, "VectorSelector")];
  if (!differOnlyInMatchers(own, wanted)) return undefined;
  const found = ours.flatMap((selector, k) => differences(selector, theirs[k]));
  const [first] = found;
  const isOne = new Set(found.map(({ kind, matcher }) => `${kind} ${written(matcher)}`)).size === 1;
  return isOne ? first : undefined;
}

/** Whether two queries are the same, but perhaps for what stands in their braces. */
export function differOnlyInMatchers(one: Expr, other: Expr): boolean {
  return withoutBraces(one) === withoutBraces(other);
}

function differences(own: VectorSelector, wanted: VectorSelector | undefined): readonly MatcherDifference[] {
  const [ours, theirs] = [own.matchers, wanted?.matchers ?? []];
  const lacks = (matchers: readonly LabelMatcher[]) => (matcher: LabelMatcher) =>
    !matchers.some((other) => written(other) === written(matcher));
  const [extra, missing] = [ours.filter(lacks(theirs)), theirs.filter(lacks(ours))];
  const isOther = (matcher: LabelMatcher) => missing.some(({ label }) => label.text === matcher.label.text);
  const isKnown = (matcher: LabelMatcher) => extra.some(({ label }) => label.text === matcher.label.text);
  return [
    ...extra.map((matcher) => ({ kind: isOther(matcher) ? ("other" as const) : ("superfluous" as const), matcher })),
    ...missing.filter((matcher) => !isKnown(matcher)).map((matcher) => ({ kind: "missing" as const, matcher })),
  ];
}

/** A query without what stands in its braces, but for the names of its metrics; all that means the same is written alike. */
function withoutBraces(expr: Expr): string {
  let isWithin = false;
  const words = lex(print(expr)).lexemes.flatMap(({ type, text }) => {
    isWithin = type === "{" || (isWithin && type !== "}");
    return isWithin || type === "}" ? [] : [text];
  });
  const names = nodesOf(expr, "VectorSelector").map((selector) => metricOf(selector)?.text ?? null);
  return JSON.stringify([words, names]);
}

/** A matcher; all that means the same is written alike. */
function written({ label, op, value }: LabelMatcher): string {
  return JSON.stringify([label.text, op.text, value]);
}

/** What to do about a matcher. How the one that is wanted compares is not told. */
export function matcherWords({ kind, matcher }: MatcherDifference): string {
  const { label, op, valueToken } = matcher;
  const named = `\`${label.text}${op.text}${valueToken.text.length > longest ? "…" : valueToken.text}\``;
  switch (kind) {
    case "missing":
      return `a matcher on the label \`${label.text}\` is missing; everything else is as wanted`;
    case "superfluous":
      return `leave out the matcher ${named}: the rest is right`;
    case "other":
      return `look at the matcher ${named}; everything else is as wanted`;
  }
}

/** Longer values are not repeated. */
const longest = 60;
