import type { Expr, Node } from "./ast.js";
import { Formatter, type FormatOptions } from "./format.js";
import { lex } from "./lex.js";
import { parse, type ParseOptions } from "./parse.js";
import type { Problem, Span } from "./problem.js";
import { walk } from "./walk.js";

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
  const formatted = new Formatter(options.width ?? 100, above).pretty(expr, 0);
  return { text: [formatted, ...below].join("\n"), problems };
}

interface Placed {
  readonly above: ReadonlyMap<Expr, readonly string[]>;
  /** Those after the end of the query. */
  readonly below: readonly string[];
}

const none: Placed = { above: new Map(), below: [] };

function placeComments(text: string, root: Expr, spans: readonly Span[]): Placed {
  const owners = ownersOf(root);
  const above = new Map<Expr, string[]>();
  const below: string[] = [];
  for (const span of spans) {
    const comment = text.slice(span.from, span.to).trimEnd();
    const lineStart = Math.max(text.lastIndexOf("\n", span.from - 1), text.lastIndexOf("\r", span.from - 1)) + 1;
    const alone = text.slice(lineStart, span.from).trim() === "";
    if (alone && span.from >= root.span.to) {
      below.push(comment);
      continue;
    }
    const at = alone ? Math.max(nextToken(text, span.to), root.span.from) : lastToken(text, span.from);
    const owner = owners.find(({ from, to }) => from <= at && at < to)?.expr ?? root;
    above.set(owner, [...(above.get(owner) ?? []), comment]);
  }
  return { above, below };
}

interface Owner extends Span {
  readonly expr: Expr;
}

/**
 * What a comment may stand above, the innermost first: of several expressions that begin at the same place the outermost,
 * and neither the operand of a sign nor the selector of a range by itself.
 */
function ownersOf(root: Expr): readonly Owner[] {
  const byStart = new Map<number, Owner>();
  const covered = new Set<Node>();
  for (const node of walk(root)) {
    if (node.kind === "RangeSelector") covered.add(node.vector);
    if (node.kind === "Unary") covered.add(node.expr);
    if (!isExpr(node) || covered.has(node)) continue;
    const { from, to } = node.span;
    if (!byStart.has(from)) byStart.set(from, { from, to, expr: node });
  }
  return [...byStart.values()].sort((a, b) => b.from - a.from);
}

function isExpr(node: Node): node is Expr {
  return node.kind !== "LabelMatcher" && !node.kind.startsWith("Duration");
}

const blank = /(?:[ \t\r\n]|#[^\r\n]*)*/y;

function nextToken(text: string, from: number): number {
  blank.lastIndex = from;
  blank.test(text);
  return blank.lastIndex;
}

function lastToken(text: string, before: number): number {
  return Math.max(0, text.slice(0, before).trimEnd().length - 1);
}
