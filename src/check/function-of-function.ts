import { selectedType } from "../analysis/selectors.js";
import type { Metrics } from "../metrics/metrics.js";
import { isCumulative } from "../metrics/series-type.js";
import { functionInfo } from "../promql/functions.js";
import type { Call, Expr, RangeSelector } from "../syntax/ast.js";
import type { Fix } from "../syntax/problem.js";
import type { Choice } from "./to-one-value.js";

/** A function of the samples in a range around another one: `max_over_time(rate(up[5m]))`. */
export function functionOfFunction(outer: Call, arg: Expr, metrics: Metrics): Choice | undefined {
  const range = arg.kind === "Call" ? rangeOf(arg) : undefined;
  if (!range || arg.kind !== "Call") return undefined;
  const [first, second] = [outer.name.text, arg.name.text];
  const withoutOuter = leaveOut(first, outer, arg);
  const withoutInner = leaveOut(second, arg, range);
  const series = selectedType(range.vector, { metrics });
  const isCounter = series !== undefined && isCumulative(series);
  const isGauge = series !== undefined && series.type === "gauge";
  const readsCounter = isOfCounter(second);
  if (isOfCounter(first) === readsCounter) {
    return {
      help: `\`${second}()\` makes one value of the samples already: use one of the two`,
      fixes: [withoutOuter, withoutInner],
    };
  }
  const name = range.vector.metric?.text ?? "the metric";
  const [ofCounter, ofGauge] = readsCounter ? [second, first] : [first, second];
  const [forCounter, forGauge] = readsCounter ? [withoutOuter, withoutInner] : [withoutInner, withoutOuter];
  if (isGauge) return { help: `leave out \`${ofCounter}()\`: \`${name}\` is a gauge`, fixes: [forGauge] };
  if (!isCounter) {
    return {
      help: `use one of the two: \`${ofCounter}()\` for a counter, \`${ofGauge}()\` for a gauge`,
      fixes: [forCounter, forGauge],
    };
  }
  if (!readsCounter) return { help: `leave out \`${ofGauge}()\`: \`${name}\` is a counter`, fixes: [forCounter] };
  return {
    help: `leave out \`${first}()\`, or give it the results of \`${second}()\` over a range with a subquery: \`[1h:]\``,
    fixes: [forCounter, subquery(arg)],
  };
}

function rangeOf(call: Call): RangeSelector | undefined {
  const range = call.args[functionInfo(call.name.text)?.args.indexOf("matrix") ?? -1];
  return range?.kind === "RangeSelector" ? range : undefined;
}

function isOfCounter(name: string): boolean {
  return functionInfo(name)?.wants === "counter";
}

function leaveOut(name: string, { span }: Call, inner: Expr): Fix {
  return {
    title: `Leave out \`${name}()\``,
    safety: "suggestion",
    edits: [
      { from: span.from, to: inner.span.from, insert: "" },
      { from: inner.span.to, to: span.to, insert: "" },
    ],
  };
}

function subquery({ span }: Expr): Fix {
  return {
    title: "Evaluate it over a range of an hour",
    safety: "suggestion",
    edits: [{ from: span.to, to: span.to, insert: "[1h:]" }],
  };
}
