import { keywords } from "../../promql/keywords.js";
import type { LabelMatcher, VectorSelector } from "../../syntax/ast.js";
import type { Edit, Span } from "../../syntax/problem.js";
import { withoutItem } from "../labels/without-item.js";

/**
 * The edits that take a matcher out of a selector, with its comma; the last one with the braces, where a name stands
 * before them.
 */
export function withoutMatcher(text: string, selector: VectorSelector, matcher: LabelMatcher): readonly Edit[] {
  const items = itemsOf(selector);
  const braces = items.length === 1 ? removableBraces(text, selector, matcher) : undefined;
  return braces ? [braces] : withoutItem(text, items, items.indexOf(matcher.span));
}

const known = new WeakMap<VectorSelector, readonly Span[]>();

/** What stands between the commas, in the order of the text: the matchers, and the name where it is one of them. */
function itemsOf(selector: VectorSelector): readonly Span[] {
  const { metric, matchers, braces } = selector;
  const isNameInside = metric && braces && metric.span.from >= braces.from;
  const items =
    known.get(selector) ??
    [...matchers.map(({ span }) => span), ...(isNameInside ? [metric.span] : [])].sort((a, b) => a.from - b.from);
  known.set(selector, items);
  return items;
}

/** A name that is a keyword needs its braces, and so does a comment between them. */
function removableBraces(text: string, { metric, braces }: VectorSelector, { span }: LabelMatcher): Edit | undefined {
  if (!metric || !braces || keywords.has(metric.text.toLowerCase())) return undefined;
  const rest = text.slice(metric.span.to, span.from) + text.slice(span.to, braces.to);
  if (rest.includes("#")) return undefined;
  const isWordNext = /[\w:$]/.test(text.charAt(braces.to));
  return { from: metric.span.to, to: braces.to, insert: isWordNext ? " " : "" };
}
