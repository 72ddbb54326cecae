import { operands } from "../../analysis/operands.js";
import { valueType } from "../../analysis/value-type.js";
import { withoutParens } from "../../analysis/without-parens.js";
import type { Binary, Expr, Paren } from "../../syntax/ast.js";
import { printOperator } from "../../syntax/print.js";
import { walk } from "../../syntax/walk.js";

/** An expression that is more than parentheses around another one. */
export type Bare = Exclude<Expr, Paren>;

/** A part of a query that has a result of its own: an operation or a selector. */
export interface Part {
  /** Its place among all parts, in the order of {@link partsOf}. */
  readonly index: number;
  readonly expr: Bare;
  /** What it is made of, as it is written: operands that are no parts too. */
  readonly written: readonly Expr[];
  /** The parts that it is made of, in the order of the text. */
  readonly operands: readonly Part[];
  /** The part that it belongs to; nothing for the whole query. */
  readonly parent?: Part;
  /** 1 for the whole query. */
  readonly level: number;
  /** Its place among the operands of its parent, from 1. */
  readonly position: number;
}

/**
 * The parts of a query, each before those within it. Parentheses, texts and numbers are none, nor is the selector of a
 * range selector. The operands of a chain such as `a or b or c` stand beside each other.
 */
export function partsOf(root: Expr): readonly Part[] {
  const parts: Part[] = [];
  const pending: Pending[] = [{ expr: withoutParens(root), position: 1, siblings: [] }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { expr, parent, position, siblings } = next;
    const within: Part[] = [];
    const part: Part = {
      index: parts.length,
      expr,
      written: operandsOf(expr),
      operands: within,
      ...(parent && { parent }),
      level: (parent?.level ?? 0) + 1,
      position,
    };
    parts.push(part);
    siblings.push(part);
    const found = part.written.map(withoutParens).filter((operand) => !isFolded(operand));
    for (const [k, operand] of [...found.entries()].reverse()) {
      pending.push({ expr: operand, parent: part, position: k + 1, siblings: within });
    }
  }
  return parts;
}

interface Pending {
  readonly expr: Bare;
  readonly parent?: Part;
  readonly position: number;
  readonly siblings: Part[];
}

/** Whether an operand is a text or a number that is the same at any time. */
export function isFolded(expr: Expr): boolean {
  const type = valueType(expr);
  return type === "string" || (type === "scalar" && walk(expr).every(({ kind }) => kind !== "Call"));
}

function operandsOf(expr: Bare): readonly Expr[] {
  switch (expr.kind) {
    case "RangeSelector":
      return [];
    case "Binary":
      return chainOf(expr);
    case "NumberLiteral":
    case "StringLiteral":
    case "VectorSelector":
    case "Unary":
    case "Subquery":
    case "Call":
    case "Aggregation":
      // What is second in `info()` says which labels are wanted, and selects nothing by itself.
      return expr.kind === "Call" && expr.name.text === "info" ? expr.args.slice(0, 1) : operands(expr);
  }
}

/** So many operands are read as a list, whatever the operator is. */
const longChain = 8;

/** The operands of a chain of one operator, if it is `or` or long; else its two sides. */
function chainOf(expr: Binary): readonly Expr[] {
  const operator = printOperator(expr);
  const found: Expr[] = [];
  let left: Expr = expr;
  for (; left.kind === "Binary" && printOperator(left) === operator; left = left.left) found.push(left.right);
  const isList = operator === "or" || found.length + 1 >= longChain;
  return isList ? [left, ...found.reverse()] : [expr.left, expr.right];
}
