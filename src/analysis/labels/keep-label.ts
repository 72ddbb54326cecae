import { selectsSeries } from "../../promql/aggregators.js";
import { isLegacyLabel } from "../../promql/labels.js";
import { quote } from "../../promql/strings.js";
import type { Aggregation, Expr } from "../../syntax/ast.js";
import type { Edit } from "../../syntax/problem.js";
import { labelOf, live } from "./branch.js";
import { isImpossible } from "./label-fact.js";
import { labels } from "./labels.js";
import { valueType } from "../value-type.js";

/** How an aggregation can keep a label. */
export interface KeptLabel {
  readonly aggregation: Aggregation;
  readonly edit: Edit;
}

/** The change by which the result of an expression keeps a label, where a single aggregation removes it and no operator looks at it. */
export function keepLabel(root: Expr, label: string): KeptLabel | undefined {
  let expr: Expr | undefined = root;
  while (expr) {
    if (expr.kind === "Aggregation" && !selectsSeries(expr.op.text)) return keptBy(expr, label);
    expr = labelled(expr, label);
  }
  return undefined;
}

/** The part of an expression from which the result has the label, where there is one. */
function labelled(expr: Expr, label: string): Expr | undefined {
  switch (expr.kind) {
    case "Paren":
    case "Unary":
    case "Aggregation":
      return expr.expr;
    case "Binary":
      if (valueType(expr.right) === "scalar") return expr.left;
      return valueType(expr.left) === "scalar" ? expr.right : undefined;
    case "Call":
      return expr.name.text === "histogram_quantile" && label !== "le" ? expr.args[1] : undefined;
    case "NumberLiteral":
    case "StringLiteral":
    case "VectorSelector":
    case "RangeSelector":
    case "Subquery":
      return undefined;
  }
}

function keptBy(aggregation: Aggregation, label: string): KeptLabel | undefined {
  const { expr, grouping, op } = aggregation;
  const mayBeThere = live(labels(expr)).some((branch) => !isImpossible(labelOf(branch, label)));
  if (!mayBeThere || grouping?.mode.text === "without" || op.text === "count_values") return undefined;
  const name = isLegacyLabel(label) ? label : quote(label);
  const last = grouping?.labels.at(-1);
  if (last) return { aggregation, edit: { from: last.span.to, to: last.span.to, insert: `, ${name}` } };
  const { from, to } = grouping?.span ?? { from: op.span.to, to: op.span.to };
  return { aggregation, edit: { from, to, insert: `${grouping ? "" : " "}by (${name})${grouping ? "" : " "}` } };
}
