import type { Binary, Expr } from "./ast.js";
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
  return new Formatter(width, new Map()).pretty(expr, 0);
}

/** Lays expressions out; comments stand on lines of their own above the expressions that they belong to. */
export class Formatter {
  private readonly width: number;
  private readonly comments: ReadonlyMap<Expr, readonly string[]>;
  private readonly fitting = new WeakMap<Expr, boolean>();

  constructor(width: number, comments: ReadonlyMap<Expr, readonly string[]>) {
    this.width = width;
    this.comments = comments;
  }

  /** The expression with its comments, indented to a level. */
  pretty(expr: Expr, level: number): string {
    const comments = this.comments.get(expr) ?? [];
    return comments.map((comment) => `${indent(level)}${comment}\n`).join("") + this.layout(expr, level);
  }

  private layout(expr: Expr, level: number): string {
    switch (expr.kind) {
      case "Unary":
        return indent(level) + expr.op.text + this.pretty(expr.expr, level).trimStart();
      case "Subquery":
        return this.fits(expr)
          ? print(expr)
          : `${this.pretty(expr.expr, level)}[${printRange(expr.range)}:${expr.step ? printRange(expr.step) : ""}]${printModifiers(expr)}`;
      case "Binary":
        return this.fits(expr) ? indent(level) + print(expr) : this.splitBinary(expr, level);
      case "Paren":
        return this.split(expr, "", [expr.expr], level);
      case "Call":
        return this.split(expr, expr.name.text, expr.args, level);
      case "Aggregation": {
        const args = expr.param ? [expr.param, expr.expr] : [expr.expr];
        return this.split(expr, expr.op.text + printGrouping(expr), args, level);
      }
      case "NumberLiteral":
      case "StringLiteral":
      case "VectorSelector":
      case "RangeSelector":
        return indent(level) + print(expr);
    }
  }

  private split(expr: Expr, before: string, args: readonly Expr[], level: number): string {
    if (this.fits(expr)) return indent(level) + print(expr);
    const lines = args.map((arg) => this.pretty(arg, level + 1)).join(",\n");
    return `${indent(level)}${before}(\n${lines}\n${indent(level)})`;
  }

  /** Goes down the left side in a loop: a chain of operators may be of any length. */
  private splitBinary(expr: Binary, level: number): string {
    const parts: string[] = [];
    let left: Expr = expr;
    let depth = level;
    for (; left.kind === "Binary" && !this.fits(left); left = left.left, depth++) {
      parts.push(`\n${indent(depth)}${printOperator(left)}\n${this.pretty(left.right, depth + 1)}`);
    }
    return this.pretty(left, depth) + parts.reverse().join("");
  }

  private fits(expr: Expr): boolean {
    const known = this.fitting.get(expr);
    if (known !== undefined) return known;
    const chain: Expr[] = [expr];
    for (let node = expr; node.kind === "Binary" && !this.fitting.has(node.left); node = node.left)
      chain.push(node.left);
    let result = false;
    for (const node of chain.reverse()) {
      result =
        parts(node).every((part) => !this.comments.has(part) && this.fits(part)) &&
        utf8Length(print(node)) <= this.width;
      this.fitting.set(node, result);
    }
    return result;
  }
}

/** The expressions that are laid out inside an expression: it cannot be shorter than any of them. */
export function parts(expr: Expr): readonly Expr[] {
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
