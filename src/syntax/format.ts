import type { Binary, Expr, Subquery } from "./ast.js";
import { print, printGrouping, printModifiers, printOperator, printRange } from "./print.js";

/** How a query is laid out. */
export interface FormatOptions {
  /** The bytes of UTF-8 up to which an expression stays on one line; 100 unless given, as in Prometheus. */
  readonly width?: number;
}

/** Deeper levels are not indented further; Prometheus goes on, and its output grows with the square of the depth. */
const maxIndent = 100;

/**
 * A query in Prometheus' pretty form, on several lines where it is long. The tree stays the same; comments are not kept.
 * Source: what the server's `/api/v1/format_query` returns.
 */
export function format(expr: Expr, { width = 100 }: FormatOptions = {}): string {
  return layOut(expr, width, new Map());
}

/** As {@link format}, with comments on lines of their own above the expressions that they belong to. */
export function layOut(root: Expr, width: number, comments: ReadonlyMap<Expr, readonly string[]>): string {
  const pieces: string[] = [];
  const short = shortOnes(root, width, comments);
  write(root, 0, false);
  return pieces.join("");

  /** Calls itself once for each level, so that deep queries do not exhaust the stack. `inline`: behind a sign. */
  function write(expr: Expr, level: number, inline: boolean): void {
    const pad = inline ? "" : indent(level);
    for (const comment of comments.get(expr) ?? []) pieces.push(`${indent(level)}${comment}\n`);
    if (expr.kind === "Subquery") {
      // As Prometheus does, which does not indent a short one.
      if (short.has(expr)) pieces.push(print(expr));
      else {
        write(expr.expr, level, inline);
        pieces.push(printBrackets(expr));
      }
    } else if (short.has(expr) || parts(expr).length === 0) {
      pieces.push(pad + print(expr));
    } else if (expr.kind === "Unary") {
      pieces.push(pad + expr.op.text);
      write(expr.expr, level, true);
    } else if (expr.kind === "Binary") {
      const chain: Binary[] = [];
      let left: Expr = expr;
      for (; left.kind === "Binary" && !short.has(left); left = left.left) chain.push(left);
      write(left, level + chain.length, inline);
      for (const [k, node] of Array.from(chain.entries()).reverse()) {
        pieces.push(`\n${indent(level + k)}${printOperator(node)}\n`);
        write(node.right, level + k + 1, false);
      }
    } else {
      pieces.push(`${pad}${headOf(expr)}(`);
      for (const [k, part] of parts(expr).entries()) {
        pieces.push(k === 0 ? "\n" : ",\n");
        write(part, level + 1, false);
      }
      pieces.push(`\n${indent(level)})`);
    }
  }
}

/** The expressions that fit on one line: no comment stands inside. */
function shortOnes(root: Expr, width: number, comments: ReadonlyMap<Expr, unknown>): ReadonlySet<Expr> {
  const short = new Set<Expr>();
  for (const expr of Array.from(laidOut(root)).reverse()) {
    const isPossible = parts(expr).every((part) => short.has(part) && !comments.has(part));
    if (isPossible && utf8Length(print(expr)) <= width) short.add(expr);
  }
  return short;
}

/** What stands before the opening parenthesis. */
function headOf(expr: Expr): string {
  if (expr.kind === "Call") return expr.name.text;
  return expr.kind === "Aggregation" ? expr.op.text + printGrouping(expr) : "";
}

function printBrackets(subquery: Subquery): string {
  const step = subquery.step ? printRange(subquery.step) : "";
  return `[${printRange(subquery.range)}:${step}]${printModifiers(subquery)}`;
}

/** The expressions that may stand on lines of their own, each before those inside it. */
export function* laidOut(root: Expr): Generator<Expr> {
  const waiting = [root];
  for (let expr = waiting.pop(); expr; expr = waiting.pop()) {
    yield expr;
    waiting.push(...parts(expr));
  }
}

/** The expressions that are laid out inside an expression: it cannot be shorter than any of them. */
function parts(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "NumberLiteral":
    case "StringLiteral":
    case "VectorSelector":
    case "RangeSelector":
      return [];
    case "Paren":
    case "Unary":
    case "Subquery":
      return [expr.expr];
    case "Binary":
      return [expr.left, expr.right];
    case "Call":
      return expr.args;
    case "Aggregation":
      return expr.param ? [expr.param, expr.expr] : [expr.expr];
  }
}

function indent(level: number): string {
  return "  ".repeat(Math.min(level, maxIndent));
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
