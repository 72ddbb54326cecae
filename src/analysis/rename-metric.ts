import type { Successor } from "../metrics/successor.js";
import type { Token, VectorSelector } from "../syntax/ast.js";
import type { Edit } from "../syntax/problem.js";

/** What a selector is to ask for instead, as it is written in a query: a name, or a name with a matcher. */
export function successorInWords({ name, matcher }: Successor): string {
  return matcher ? `${name}{${matcherText(matcher)}}` : name;
}

function matcherText({ label, value }: NonNullable<Successor["matcher"]>): string {
  return `${label}="${value}"`;
}

/**
 * Makes a selector ask for what stands in the place of its metric: the right name in the place of the wrong one, in quotes
 * where that is, its matcher, and a label with another name.
 */
export function renameMetric(
  { braces, matchers }: VectorSelector,
  { span }: Token,
  successor: Successor,
  text: string,
): Edit[] {
  const { name, matcher, label } = successor;
  const [quote = ""] = /^["'`]/.exec(text.slice(span.from, span.to)) ?? [];
  const insert = quote + name + quote;
  const renamed = matchers.filter((each) => each.label.text === label?.from).map((each) => each.label.span);
  if (!matcher) return [{ ...span, insert }, ...renamed.map((at) => ({ ...at, insert: label?.to ?? "" }))];
  if (!braces) return [{ ...span, insert: successorInWords(successor) }];
  if (span.from > braces.from) return [{ ...span, insert: `${insert}, ${matcherText(matcher)}` }];
  const at = braces.from + 1;
  return [
    { ...span, insert },
    { from: at, to: at, insert: matcherText(matcher) + (matchers.length > 0 ? ", " : "") },
  ];
}
