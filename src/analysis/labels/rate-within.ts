import type { Expr, Token } from "../../syntax/ast.js";
import { operatorInfo } from "../../promql/operators.js";
import { metricOf } from "../selectors.js";

/** A rate in a query: what it is called, as a message may name it, and where. */
export interface Rate extends Pick<Token, "span"> {
  readonly words: string;
}

/**
 * The first rate whose values an expression passes on, perhaps aggregated, computed with or looked at over time: a
 * function such as `rate()` or `deriv()`, or what a recording rule has made of one. Its values rise and fall.
 */
export function rateWithin(root: Expr): Rate | undefined {
  const pending = [root];
  for (let expr = pending.pop(); expr; expr = pending.pop()) {
    const rate = rateOf(expr);
    if (rate) return rate;
    pending.push(...passedOn(expr).toReversed());
  }
  return undefined;
}

function rateOf(expr: Expr): Rate | undefined {
  if (expr.kind === "Call" && rates.has(expr.name.text)) {
    return { words: `the inner \`${expr.name.text}()\``, span: expr.name.span };
  }
  const metric = expr.kind === "VectorSelector" ? metricOf(expr) : undefined;
  return metric && isRecordedRate(metric.text)
    ? { words: `the recorded rate \`${metric.text}\``, span: metric.span }
    : undefined;
}

const rates: ReadonlySet<string> = new Set(["delta", "deriv", "idelta", "increase", "irate", "rate"]);

/**
 * Whether a name follows `level:metric:operations`, with a rate among the operations.
 * Source: https://prometheus.io/docs/practices/rules/#naming
 */
function isRecordedRate(name: string): boolean {
  const [, , operations, ...rest] = name.split(":");
  if (!operations || rest.length > 0 || /over_time/.test(operations)) return false;
  return operations.split("_").some((operation) => /^(?:i?rate|increase|i?delta|deriv)(?:\d+[a-z]+)?$/.test(operation));
}

function passedOn(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "Paren":
    case "Unary":
    case "Subquery":
      return [expr.expr];
    case "RangeSelector":
      return [expr.vector];
    case "Aggregation":
      return /^(?:count|count_values|group)$/.test(expr.op.text) ? [] : [expr.expr];
    case "Binary":
      if (expr.bool) return [];
      return operatorInfo(expr.op.text).class === "arithmetic" || expr.op.text === "or"
        ? [expr.left, expr.right]
        : [expr.left];
    case "Call":
      return passing.test(expr.name.text) ? expr.args : [];
    case "NumberLiteral":
    case "StringLiteral":
    case "VectorSelector":
      return [];
  }
}

const passing =
  /^(?:abs|ceil|clamp|clamp_max|clamp_min|floor|round|label_join|label_replace|sort\w*|(?:avg|first|last|max|min|quantile)_over_time)$/;
