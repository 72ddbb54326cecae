import { operatorInfo } from "../promql/operators.js";
import type { Metrics } from "../metrics/metrics.js";
import type { Aggregation, Binary, Call, Expr, VectorSelector } from "../syntax/ast.js";
import { selectedType } from "./selectors.js";
import { valueType } from "./value-type.js";

/** In what values are measured: a unit in the plural, such as `bytes` or `seconds per second`. */
export interface Unit {
  readonly unit?: string;
  /** For buckets of a histogram, the unit of what they count. */
  readonly observed?: string;
}

/** The unit of an expression's values where it is known, given those of its operands. */
export function unitOf(expr: Expr, metrics: Metrics, of: (operand: Expr | undefined) => Unit): Unit {
  switch (expr.kind) {
    case "NumberLiteral":
    case "StringLiteral":
      return none;
    case "VectorSelector":
      return selectorUnit(expr, metrics);
    case "RangeSelector":
      return selectorUnit(expr.vector, metrics);
    case "Paren":
    case "Unary":
    case "Subquery":
      return of(expr.expr);
    case "Aggregation":
      return aggregationUnit(expr, of);
    case "Call":
      return callUnit(expr, of);
    case "Binary":
      return binaryUnit(expr, of);
  }
}

const none: Unit = {};

function selectorUnit(selector: VectorSelector, metrics: Metrics): Unit {
  const series = selectedType(selector, { metrics });
  const unit = series?.metric?.unit;
  if (series?.part === "bucket") return unit ? { observed: unit } : none;
  return unit && series.part !== "count" ? { unit } : none;
}

function aggregationUnit({ op, expr }: Aggregation, of: (operand: Expr) => Unit): Unit {
  const counts = op.text === "count" || op.text === "count_values" || op.text === "group" || op.text === "stdvar";
  return counts ? none : of(expr);
}

const keeping =
  /^(?:abs|ceil|clamp|clamp_max|clamp_min|delta|double_exponential_smoothing|floor|idelta|increase|info|label_join|label_replace|predict_linear|round|scalar|sort\w*|(?:avg|first|last|mad|max|min|quantile|stddev|sum)_over_time)$/;

function callUnit({ name, args }: Call, of: (operand: Expr | undefined) => Unit): Unit {
  const source = name.text === "quantile_over_time" || name.text === "histogram_quantile" ? args[1] : args[0];
  const { unit, observed } = of(source);
  if (keeping.test(name.text)) return of(source);
  switch (name.text) {
    case "rate":
    case "irate":
    case "deriv":
      return { ...(unit && { unit: `${unit} per second` }), ...(observed && { observed }) };
    case "histogram_quantile":
      return observed ? { unit: observed } : none;
    case "time":
    case "timestamp":
      return { unit: "seconds" };
    default:
      return none;
  }
}

function binaryUnit({ op, bool, left, right }: Binary, of: (operand: Expr) => Unit): Unit {
  if (bool) return none;
  const [a, b] = [of(left), of(right)];
  switch (operatorInfo(op.text).class) {
    case "set":
    case "trim":
      return a;
    case "comparison":
      return valueType(left) === "scalar" ? b : a;
    case "arithmetic": {
      const isSum = op.text === "+" || op.text === "-";
      return isSum && a.unit === b.unit ? a : none;
    }
  }
}
