import { assertNever, type Aggregation, type Call, type Expr } from "../../syntax/ast.js";

/** A function that sorts series, and where their order is lost. */
export interface LostOrder {
  readonly call: Call;
  /** Such as `` in `sum` ``. */
  readonly where: string;
  /** The expression right around it, parentheses left out. */
  readonly parent?: Expr;
  /** Whether something around it looks at one series after the other, so that the order may show in its result. */
  readonly shows: boolean;
  /** Whether it is all that stands in a pair of parentheses, or between two commas. */
  readonly isDelimited: boolean;
}

/**
 * The sorting functions whose order nobody sees, in the order of the text. `end` says where the order of the result
 * itself is lost: `in an alert`; nothing where it may be seen.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#sort
 */
export function lostOrders(root: Expr, end: string | undefined): readonly LostOrder[] {
  const found: LostOrder[] = [];
  const pending: Step[] = [{ expr: root, where: end, shows: false, isDelimited: true }];
  for (let step = pending.pop(); step; step = pending.pop()) {
    const { expr, where, ...rest } = step;
    if (expr.kind === "Call" && isSort(expr) && where !== undefined) found.push({ call: expr, where, ...rest });
    pending.push(...below(step).toReversed());
  }
  return found;
}

/** Whether a function does nothing but put series in order. */
export function isSort({ name }: Call): boolean {
  return /^sort(?:_desc|_by_label|_by_label_desc)?$/.test(name.text);
}

interface Step {
  readonly expr: Expr;
  readonly where: string | undefined;
  readonly parent?: Expr;
  readonly shows: boolean;
  readonly isDelimited: boolean;
}

function below({ expr, where, parent, shows }: Step): readonly Step[] {
  const inherited = { where, parent: expr, shows };
  switch (expr.kind) {
    case "NumberLiteral":
    case "StringLiteral":
    case "VectorSelector":
    case "RangeSelector":
      return [];
    case "Paren":
      return [{ expr: expr.expr, where, shows, isDelimited: true, ...(parent && { parent }) }];
    case "Unary":
      return [{ ...inherited, expr: expr.expr, isDelimited: false }];
    case "Binary":
      return [expr.left, expr.right].map((side) => ({ ...inherited, expr: side, isDelimited: false }));
    case "Subquery":
      return [{ ...inherited, expr: expr.expr, where: "in the subquery", isDelimited: false }];
    case "Call": {
      const loses = isSort(expr) || /^(?:absent|absent_over_time|scalar)$/.test(expr.name.text);
      const given = loses ? `in \`${expr.name.text}()\`` : where;
      return expr.args.map((arg) => ({
        expr: arg,
        where: given,
        parent: expr,
        shows: shows || isSort(expr),
        isDelimited: true,
      }));
    }
    case "Aggregation":
      return belowAggregation(expr, inherited);
    default:
      return assertNever(expr);
  }
}

/** `limitk` takes what comes first. What `topk` takes of equal series, and the last digits of a sum, depend on the order too. */
function belowAggregation(expr: Aggregation, inherited: Pick<Step, "where" | "shows">): readonly Step[] {
  const { op, param } = expr;
  const looksAtOrder = op.text.startsWith("limit");
  const shows = inherited.shows || looksAtOrder || /^(?:sum|avg|stddev|stdvar|topk|bottomk)$/.test(op.text);
  const where = looksAtOrder ? undefined : `in \`${op.text}\``;
  const steps = [{ expr: expr.expr, where, parent: expr, shows, isDelimited: true }];
  return param ? [{ ...inherited, expr: param, parent: expr, isDelimited: true }, ...steps] : steps;
}
