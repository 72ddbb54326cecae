import type { Expr } from "./ast.js";
import { laidOut, layOut, type FormatOptions } from "./format.js";
import { lex } from "./lex.js";
import { parse, type ParseOptions } from "./parse.js";
import type { Problem, Span } from "./problem.js";

/** A query text after its formatting. */
export interface FormattedText {
  /** With problems, the text as it was. */
  readonly text: string;
  /** Why the query cannot be read. */
  readonly problems: readonly Problem[];
}

/**
 * A query text in Prometheus' pretty form, its comments kept: each on a line of its own above the expression that it
 * stands before, or at the end of whose line it stood. Formatting the result again changes nothing.
 */
export function formatText(text: string, options: FormatOptions & ParseOptions = {}): FormattedText {
  const { expr, problems } = parse(text, options);
  if (!expr || problems.length > 0) return { text, problems };
  const spans = lex(text, options).comments;
  const { above, below } = spans.length > 0 ? placeComments(text, expr, spans) : none;
  const formatted = layOut(expr, options.width ?? 100, above);
  return { text: [formatted, ...below].join("\n"), problems };
}

interface Placed {
  readonly above: ReadonlyMap<Expr, readonly string[]>;
  /** Those after the end of the query. */
  readonly below: readonly string[];
}

const none: Placed = { above: new Map(), below: [] };

function placeComments(text: string, root: Expr, spans: readonly Span[]): Placed {
  const exprs = Array.from(laidOut(root));
  const owners = ownersOf(exprs);
  const above = new Map<Expr, string[]>();
  const below: string[] = [];
  let lastEnd = 0;
  for (const span of spans) {
    const comment = text.slice(span.from, span.to).trimEnd();
    // A comment goes on to the end of its line, so that the next one has a line of its own.
    const between = text.slice(lastEnd, span.from);
    const lineStart = lastEnd + Math.max(between.lastIndexOf("\n"), between.lastIndexOf("\r")) + 1;
    lastEnd = span.to;
    const alone = text.slice(lineStart, span.from).trim() === "";
    if (alone && span.from >= root.span.to) {
      below.push(comment);
      continue;
    }
    const owner = (alone ? ownerBehind(owners, exprs, span) : ownerBefore(owners, text, lineStart, span))?.expr ?? root;
    const comments = above.get(owner) ?? [];
    comments.push(comment);
    above.set(owner, comments);
  }
  return { above, below };
}

/**
 * The next expression within the one in which a comment stands, or else the last one before: comments that stand alone
 * keep their order.
 */
function ownerBehind(owners: readonly Owner[], exprs: readonly Expr[], { from }: Span): Owner | undefined {
  const inside = exprs.findLast(({ span }) => span.from < from && from < span.to)?.span;
  const next = owners.findLast((owner) => owner.from >= from && (!inside || owner.to <= inside.to));
  return next ?? owners.find((owner) => owner.from < from);
}

/** The longest expression on the line that ends before a comment, but for a comma, or else the innermost around its end. */
function ownerBefore(owners: readonly Owner[], text: string, lineStart: number, { from }: Span): Owner | undefined {
  const end = text.slice(0, from).trimEnd().length;
  const endOfArgument = text.charAt(end - 1) === "," ? text.slice(0, end - 1).trimEnd().length : end;
  const longest = owners.findLast((owner) => owner.from >= lineStart && owner.to === endOfArgument);
  return longest ?? owners.find((owner) => owner.from < end && end <= owner.to);
}

interface Owner extends Span {
  readonly expr: Expr;
}

/**
 * What a comment may stand above, the last one first: of several expressions that begin at the same place the outermost,
 * and nothing that begins right behind a sign.
 */
function ownersOf(exprs: readonly Expr[]): readonly Owner[] {
  const byStart = new Map<number, Owner>();
  const signed = new Set<number>();
  for (const expr of exprs) {
    const { from, to } = expr.span;
    if (expr.kind === "Unary") signed.add(expr.expr.span.from);
    if (!byStart.has(from) && !signed.has(from)) byStart.set(from, { from, to, expr });
  }
  return [...byStart.values()].sort((a, b) => b.from - a.from);
}
