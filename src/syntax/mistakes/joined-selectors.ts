import { literalPattern } from "../../promql/literal-pattern.js";
import { quote } from "../../promql/strings.js";
import type { LabelMatcher, VectorSelector } from "../ast.js";
import type { Problem, Span } from "../problem.js";
import { mending } from "./mending.js";

/**
 * How several selectors of one metric are written as one, with a pattern where they differ in one label, or with the matchers
 * of all; or with `or`. A comma between them lists them, and each is wanted.
 */
export function joinedSelectors(
  text: string,
  selectors: readonly VectorSelector[],
  at: Span,
): Required<Pick<Problem, "help" | "fixes">> | undefined {
  const [first, second] = selectors;
  if (!first?.metric || !second) return undefined;
  if (!selectors.every(({ metric }) => metric?.text === first.metric?.text)) return undefined;
  const one = onePattern(text, selectors);
  if (one) return mending(inOnePattern, [{ ...at, insert: one.selector }]);
  const isListed = text.slice(first.span.to, second.span.from).includes(",");
  const all = isListed ? undefined : allMatchers(text, first, selectors);
  if (all !== undefined) return mending("Put all matchers into one pair of braces", [{ ...at, insert: all }]);
  const apart = selectors.map(({ span }) => text.slice(span.from, span.to)).join(" or ");
  return mending("Join them with `or`", [{ ...at, insert: apart }]);
}

const inOnePattern = "Use one selector, in whose pattern `|` means or";

/** One selector in place of several, and the label of its pattern. */
export interface OnePattern {
  readonly selector: string;
  readonly label: string;
}

/** Selectors of one metric that differ in one label, as one with a pattern; nothing where they differ in more. */
export function onePattern(text: string, selectors: readonly VectorSelector[]): OnePattern | undefined {
  const [first] = selectors;
  if (!first || !selectors.every((each) => isPlain(each, first))) return undefined;
  const differing = first.matchers.filter((matcher, index) =>
    selectors.some(({ matchers }) => !isSame(matcher, matchers[index])),
  );
  const [label] = differing;
  const place = label ? first.matchers.indexOf(label) : -1;
  const values = selectors.map(({ matchers }) => matchers[place]);
  const isOne = differing.length === 1 && selectors.every(({ matchers }) => matchers.length === first.matchers.length);
  if (!label || !isOne || !values.every((matcher) => matcher !== undefined && isPositive(matcher, label)))
    return undefined;
  const pattern = values.flatMap((matcher) => (matcher ? [patternOf(matcher)] : [])).join("|");
  const head = text.slice(first.span.from, label.label.span.to);
  const selector = `${head}=~${quote(pattern)}${text.slice(label.span.to, first.span.to)}`;
  return { selector, label: text.slice(label.label.span.from, label.label.span.to) };
}

/** The matchers of all in one pair of braces, where no two are for the same label. */
function allMatchers(text: string, first: VectorSelector, selectors: readonly VectorSelector[]): string | undefined {
  const matchers = selectors.flatMap((each) => each.matchers);
  const isApart = new Set(matchers.map(({ label }) => label.text)).size === matchers.length;
  const isWhole = selectors.every((each) => isPlain(each, first) && each.matchers.length > 0);
  if (!isApart || !isWhole || !first.metric) return undefined;
  return `${first.metric.text}{${matchers.map(({ span }) => text.slice(span.from, span.to)).join(", ")}}`;
}

/** Whether a selector has nothing but matchers behind the metric of another, which stands before the braces. */
function isPlain(
  { metric, braces, offset, at, extension }: VectorSelector,
  { metric: other }: VectorSelector,
): boolean {
  const isInside = metric && braces && metric.span.from >= braces.from;
  return metric !== undefined && metric.text === other?.text && !isInside && !offset && !at && !extension;
}

function isSame(a: LabelMatcher, b: LabelMatcher | undefined): boolean {
  return b !== undefined && a.label.text === b.label.text && a.op.text === b.op.text && a.value === b.value;
}

function isPositive({ label, op }: LabelMatcher, first: LabelMatcher): boolean {
  return label.text === first.label.text && (op.text === "=" || op.text === "=~");
}

function patternOf({ op, value }: LabelMatcher): string {
  return op.text === "=" ? literalPattern(value) : value;
}
