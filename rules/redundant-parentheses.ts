import { operands } from "../src/analysis/operands.js";
import { defineRule } from "../src/lint/rule.js";
import { keywords } from "../src/promql/keywords.js";
import type { Expr, Paren } from "../src/syntax/ast.js";
import { printGrouping } from "../src/syntax/print.js";
import type { Edit } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";
import { isZeroDuration } from "../src/syntax/zero-duration.js";

export const redundantParentheses = defineRule({
  id: "redundant-parentheses",
  summary: "Parentheses around what belongs together anyway say nothing",
  category: "style",
  severity: "info",
  subject: "query",

  *check({ root, text }) {
    if (nodesOf(root, "Paren").length === 0) return;

    for (const { parens, parent } of nests(root)) {
      const [outer, ...inside] = parens;
      const redundant = outer && isRedundant(outer, parent) ? parens : inside;
      const [first] = redundant;
      if (!first) continue;

      yield {
        at: first.span,
        message: "the query means the same without these parentheses",
        fixes: [{ title: "Remove the parentheses", safety: "safe", edits: removal(first, redundant, text) }],
      };
    }
  },
});

/** Parentheses right within each other, from the outside in, and what they stand in. */
interface Nest {
  readonly parens: readonly Paren[];
  readonly parent?: Expr;
}

function* nests(root: Expr): Iterable<Nest> {
  if (root.kind === "Paren") yield { parens: nestOf(root) };
  for (const kind of ["Unary", "Subquery", "Binary", "Call", "Aggregation"] as const) {
    for (const parent of nodesOf(root, kind)) {
      for (const operand of operands(parent)) if (operand.kind === "Paren") yield { parens: nestOf(operand), parent };
    }
  }
}

function nestOf(outer: Paren): readonly Paren[] {
  const parens: Paren[] = [];
  for (let expr: Expr = outer; expr.kind === "Paren"; expr = expr.expr) parens.push(expr);
  return parens;
}

/**
 * Those around an operator stay, even where precedence says the same: not every reader knows it. A server does not evaluate
 * a string in parentheses that is the whole query.
 */
function isRedundant(outer: Paren, parent: Expr | undefined): boolean {
  const inner = nestOf(outer).at(-1)?.expr;
  if (!inner || needsParens(inner)) return false;
  if (!parent) return inner.kind !== "StringLiteral";
  if (parent.kind === "Call" || parent.kind === "Aggregation") return true;
  if (!isOperand(inner)) return false;
  return (
    parent.kind === "Binary" ||
    (inner.kind !== "NumberLiteral" && !(parent.kind === "Subquery" && endsWithGrouping(inner)))
  );
}

/** A variable may stand for several terms, and a metric that is called like a keyword is taken for it. */
function needsParens(expr: Expr): boolean {
  if (expr.kind !== "VectorSelector" || !expr.metric) return false;
  const { text, variable } = expr.metric;
  return (variable === true && !expr.braces) || keywords.has(text.toLowerCase());
}

/** What an operator next to it does not tear apart. A sign and a modifier are kept together with what they belong to. */
function isOperand(expr: Expr): boolean {
  switch (expr.kind) {
    case "NumberLiteral":
      return !/^[+-]/.test(expr.text);
    case "VectorSelector":
      return (!expr.offset || isZeroDuration(expr.offset.duration)) && !expr.at && !expr.extension;
    case "Call":
    case "Aggregation":
      return true;
    case "StringLiteral":
    case "RangeSelector":
    case "Subquery":
    case "Unary":
    case "Binary":
    case "Paren":
      return false;
  }
}

function endsWithGrouping(expr: Expr): boolean {
  return expr.kind === "Aggregation" && expr.grouping?.position === "after" && printGrouping(expr) !== "";
}

/** With the space within, unless a comment stands there. */
function removal({ span }: Paren, parens: readonly Paren[], text: string): readonly Edit[] {
  const inner = parens.at(-1)?.expr.span ?? span;
  const before = joint(text.charAt(span.from - 1), text.charAt(inner.from));
  const after = joint(text.charAt(inner.to - 1), text.charAt(span.to));
  const open = text.slice(span.from, inner.from).includes("#")
    ? parens.map(({ span: { from } }) => ({ from, to: from + 1, insert: "" }))
    : [{ from: span.from, to: inner.from, insert: before }];
  const close = text.slice(inner.to, span.to).includes("#")
    ? parens.map(({ span: { to } }) => ({ from: to - 1, to, insert: "" }))
    : [{ from: inner.to, to: span.to, insert: after }];
  return [...open, ...close];
}

/** What keeps two words apart. */
function joint(left: string, right: string): string {
  return /[\w:$.\]}]/.test(left) && /[\w:$.[{]/.test(right) ? " " : "";
}
