import { operatorInfo, signPrecedence, type BinaryOperator } from "../../promql/operators.js";
import type { Token } from "../ast.js";
import { tokenOf } from "../cursor.js";
import { foreignComparison } from "../mistakes/parse-problems.js";
import { parseOperatorModifiers } from "./labels.js";
import { missing, type Pending } from "./pending.js";
import { completePrefix } from "./prefix.js";
import type { Stacks } from "./stacks.js";

/** Reads a binary operator, with what may stand between it and its right side. */
export function openBinary(stacks: Stacks, op: BinaryOperator): "operand" {
  const { cursor } = stacks;
  const lexeme = cursor.next();
  const next = cursor.peek();
  if (op === "<" && next.type === ">" && next.from === lexeme.to) {
    stacks.report(lexeme, foreignComparison({ from: lexeme.from, to: next.to }, "!=", "<op:>>"));
    cursor.next();
  }
  const { precedence, rightAssociative } = operatorInfo(op);
  completeOperators(stacks, rightAssociative ? precedence + 1 : precedence);
  stacks.open({ kind: "binary", op: tokenOf(lexeme, op), modifiers: parseOperatorModifiers(cursor) });
  return "operand";
}

/** Completes what waits above the innermost open parenthesis and binds at least as tightly as `precedence`. */
export function completeOperators(stacks: Stacks, precedence = 0): void {
  const { pending } = stacks;
  for (;;) {
    const top = pending.at(-1);
    if (top?.kind === "prefix") {
      pending.pop();
      completePrefix(stacks, top);
    } else if (top?.kind === "unary") {
      if (signPrecedence < precedence) return;
      pending.pop();
      completeUnary(stacks, top.op);
    } else if (top?.kind === "binary") {
      if (operatorInfo(top.op.text).precedence < precedence) return;
      pending.pop();
      completeBinary(stacks, top);
    } else return;
  }
}

/** A sign before a number belongs to it. */
function completeUnary(stacks: Stacks, op: Token<"+" | "-">): void {
  const { expr, depth } = stacks.pop();
  if (!expr) return void stacks.operands.push(missing);
  const span = { from: op.span.from, to: expr.span.to };
  if (expr.kind !== "NumberLiteral") return stacks.push({ kind: "Unary", span, op, expr }, depth + 1);
  const value = op.text === "-" ? -expr.value : expr.value;
  stacks.push({ ...expr, span, value, text: stacks.cursor.source(span) }, depth);
}

function completeBinary(stacks: Stacks, { op, modifiers }: Extract<Pending, { kind: "binary" }>): void {
  const right = stacks.pop();
  const left = stacks.pop();
  if (!left.expr || !right.expr) return void stacks.operands.push(left.expr ? left : right);
  const span = { from: left.expr.span.from, to: right.expr.span.to };
  const depth = Math.max(left.depth, right.depth + 1);
  stacks.push({ kind: "Binary", span, op, left: left.expr, right: right.expr, ...modifiers }, depth);
}
