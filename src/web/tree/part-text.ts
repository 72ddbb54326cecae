import { operatorInfo } from "../../promql/operators.js";
import { visible } from "../../report/visible.js";
import type { Expr } from "../../syntax/ast.js";
import { print, printGrouping, printModifiers, printOperator, printRange } from "../../syntax/print.js";
import { type Bare, isFolded, type Part } from "./parts.js";

/** What stands for an operand that has a line of its own. */
const elsewhere = "…";
const longest = 90;
/** Operands of a chain that are written down. */
const mostOperands = 4;

/** A part on one line, with `…` for the parts within it; safe to be shown. */
export function headOf(part: Part): string {
  const text = visible(longHead(part));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function longHead({ expr, written }: Part): string {
  const shown = (operand: Expr): string => {
    return isFolded(operand) || !written.includes(operand) ? print(operand) : elsewhere;
  };
  switch (expr.kind) {
    case "NumberLiteral":
    case "StringLiteral":
    case "VectorSelector":
    case "RangeSelector":
      return print(expr);
    case "Unary":
      return expr.op.text + elsewhere;
    case "Subquery":
      return `${elsewhere}[${printRange(expr.range)}:${expr.step ? printRange(expr.step) : ""}]${printModifiers(expr)}`;
    case "Call":
      return `${expr.name.text}(${expr.args.map(shown).join(", ")})`;
    case "Aggregation":
      return `${expr.op.text}${printGrouping(expr)}(${(expr.param ? [expr.param, expr.expr] : [expr.expr]).map(shown).join(", ")})`;
    case "Binary": {
      const operands = written.slice(0, mostOperands).map(shown);
      const rest = written.length - operands.length;
      return operands.join(` ${printOperator(expr)} `) + (rest > 0 ? ` and ${rest} more` : "");
    }
  }
}

/** What a part is, in words. */
export function kindInWords(expr: Bare): string {
  switch (expr.kind) {
    case "NumberLiteral":
      return "number";
    case "StringLiteral":
      return "text";
    case "VectorSelector":
      return "selector";
    case "RangeSelector":
      return "selector with a range";
    case "Unary":
      return "sign";
    case "Subquery":
      return "subquery";
    case "Call":
      return "function";
    case "Aggregation":
      return "aggregation";
    case "Binary":
      return operatorKinds[operatorInfo(expr.op.text).class];
  }
}

const operatorKinds = {
  arithmetic: "arithmetic",
  comparison: "comparison",
  set: "set operation",
  trim: "cut of a histogram",
} as const;
