import { isNonzero } from "../src/analysis/values/nonzero.js";
import { hasOnePerGroup } from "../src/analysis/labels/one-per-group.js";
import { relabelled } from "../src/analysis/labels/relabelled.js";
import { valueType } from "../src/analysis/value-type.js";
import { defineRule } from "../src/lint/rule.js";
import { operatorInfo } from "../src/promql/operators.js";
import type { Binary, Expr } from "../src/syntax/ast.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const nanProneAggregation = defineRule({
  id: "nan-prone-aggregation",
  summary: "A single division of 0 by 0 makes the whole aggregation `NaN`",
  category: "logic",
  severity: "warning",
  subject: "query",
  needs: "Aggregation",

  *check(query) {
    if (nodesOf(query.root, "Binary").length === 0) return;
    for (const aggregation of nodesOf(query.root, "Aggregation")) {
      const { op, expr } = aggregation;
      if (!/^(?:sum|avg|stddev|stdvar)$/.test(op.text)) continue;

      const divisions = divisionsIn(expr).filter(mayBeNaN);
      if (divisions.length === 0 || hasOnePerGroup(aggregation)) continue;

      for (const division of divisions) {
        const where = division.op.text === "%" ? "the right side is 0" : "both sides are 0";
        yield {
          at: division.op.span,
          message: `where ${where}, the result is \`NaN\`, and so is the \`${op.text}\` of its group`,
          because: [{ at: op.span, message: "one `NaN` is enough" }],
          ...(valueType(division.right) === "vector" && { fixes: [withoutZeros(division.right)] }),
        };
      }
    }
  },
});

/** The divisions whose result an expression passes on as it is, perhaps computed with. */
function divisionsIn(root: Expr): readonly Binary[] {
  const found: Binary[] = [];
  const pending = [root];
  for (let expr = pending.pop(); expr; expr = pending.pop()) {
    if (expr.kind === "Binary" && (expr.op.text === "/" || expr.op.text === "%")) found.push(expr);
    pending.push(...passedOn(expr).toReversed());
  }
  return found.sort((a, b) => a.op.span.from - b.op.span.from);
}

/** A comparison takes `NaN` away, except for `!=`. */
function passedOn(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "Paren":
    case "Unary":
      return [expr.expr];
    case "Binary": {
      if (expr.bool) return [];
      const { op, left, right } = expr;
      if (operatorInfo(op.text).class === "arithmetic" || op.text === "or") return [left, right];
      return op.text === "!=" ? [left] : [];
    }
    case "Call": {
      const inner = relabelled(expr);
      return inner ? [inner] : [];
    }
    case "Aggregation":
    case "NumberLiteral":
    case "StringLiteral":
    case "VectorSelector":
    case "RangeSelector":
    case "Subquery":
      return [];
  }
}

function mayBeNaN({ op, left, right }: Binary): boolean {
  return !isNonzero(right) && (op.text === "%" || !isNonzero(left));
}

/** Brackets are needed, since a comparison binds less tightly than a division. */
function withoutZeros({ span }: Expr): Fix {
  return {
    title: "Leave out what is 0",
    safety: "review",
    edits: [
      { from: span.from, to: span.from, insert: "(" },
      { from: span.to, to: span.to, insert: " != 0)" },
    ],
  };
}
