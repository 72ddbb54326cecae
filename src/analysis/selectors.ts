import { metricName } from "../promql/labels.js";
import type { Metrics } from "../metrics/metrics.js";
import { seriesType, type SeriesType } from "../metrics/series-type.js";
import type { Expr, Token, VectorSelector } from "../syntax/ast.js";
import { recent, type Recent } from "../syntax/recent.js";

/** The selector whose series an expression passes on as they are: inside parentheses and brackets. */
export function sourceSelector(expr: Expr): VectorSelector | undefined {
  switch (expr.kind) {
    case "VectorSelector":
      return expr;
    case "RangeSelector":
      return expr.vector;
    case "Paren":
    case "Subquery":
      return sourceSelector(expr.expr);
    case "Aggregation":
    case "Binary":
    case "Call":
    case "NumberLiteral":
    case "StringLiteral":
    case "Unary":
      return undefined;
  }
}

/** The name of the metric that a selector reads: before the braces, or the only `__name__` inside with `=`. */
export function metricOf({ metric, matchers }: VectorSelector): Token | undefined {
  if (metric) return metric.variable ? undefined : metric;
  const names = matchers.filter(({ label }) => label.text === metricName);
  const [name] = names;
  if (!name || names.length > 1 || name.op.text !== "=" || name.valueToken.variable) return undefined;
  return { text: name.value, span: name.valueToken.span };
}

const byName = new WeakMap<Metrics, Recent<string, SeriesType>>();

/** As `seriesType`. Queries name the same few metrics again and again, so asking again is cheap. */
export function namedType(name: string, metrics: Metrics): SeriesType {
  const names = byName.get(metrics) ?? recent<string, SeriesType>(1000);
  const before = names.get(name);
  if (before) return before;
  const type = seriesType(name, metrics);
  byName.set(metrics, names);
  names.trim();
  names.set(name, type);
  return type;
}

interface Known {
  readonly metrics: Metrics;
  readonly type: SeriesType | undefined;
}

const known = recent<VectorSelector, Known>(32);

/** What is known of the series that a selector reads; nothing where it names no single metric. Asking again is cheap. */
export function selectedType(
  selector: VectorSelector,
  { metrics }: { readonly metrics: Metrics },
): SeriesType | undefined {
  const remembered = known.get(selector);
  if (remembered?.metrics === metrics) return remembered.type;
  const metric = metricOf(selector);
  const type = metric && namedType(metric.text, metrics);
  known.trim();
  known.set(selector, { metrics, type });
  return type;
}
