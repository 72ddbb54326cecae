import { literalPattern } from "../../promql/literal-pattern.js";
import { quote } from "../../promql/strings.js";
import type { LabelMatcher, VectorSelector } from "../ast.js";
import type { Cursor } from "../cursor.js";
import type { Problem, Span } from "../problem.js";
import { mending } from "./mending.js";

/** How several selectors of one metric are written as one, with a pattern where they differ in one label; or with `or`. */
export function joinedSelectors(
  cursor: Cursor,
  selectors: readonly VectorSelector[],
  at: Span,
): Required<Pick<Problem, "help" | "fixes">> | undefined {
  const [first, ...others] = selectors;
  if (!first?.metric || others.length === 0) return undefined;
  if (!others.every(({ metric }) => metric?.text === first.metric?.text)) return undefined;
  const one = onePattern(cursor, first, selectors);
  if (one !== undefined) {
    return mending("Use one selector, in whose pattern `|` means or", [{ ...at, insert: one }]);
  }
  const apart = selectors.map(({ span }) => cursor.source(span)).join(" or ");
  return mending("Join them with `or`", [{ ...at, insert: apart }]);
}

function onePattern(cursor: Cursor, first: VectorSelector, selectors: readonly VectorSelector[]): string | undefined {
  const differing = first.matchers.filter((matcher, index) =>
    selectors.some(({ matchers }) => !isSame(matcher, matchers[index])),
  );
  const [label] = differing;
  const place = label ? first.matchers.indexOf(label) : -1;
  const values = selectors.map(({ matchers }) => matchers[place]);
  const isOne =
    differing.length === 1 &&
    selectors.every(({ matchers, offset, at }) => matchers.length === first.matchers.length && !offset && !at);
  if (!label || !isOne || !values.every((matcher) => matcher !== undefined && isPositive(matcher, label)))
    return undefined;
  const pattern = values.flatMap((matcher) => (matcher ? [patternOf(matcher)] : [])).join("|");
  const { from } = first.span;
  const head = cursor.source({ from, to: label.label.span.to });
  return `${head}=~${quote(pattern)}${cursor.source({ from: label.span.to, to: first.span.to })}`;
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
