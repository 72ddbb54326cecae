import { oneValueOf } from "../analysis/one-value.js";
import type { Metrics } from "../metrics/metrics.js";
import { functionInfo } from "../promql/functions.js";
import type { Aggregation, Expr } from "../syntax/ast.js";
import type { Fix } from "../syntax/problem.js";
import { wrap } from "./wrap.js";

/** How a problem is mended, in words and as fixes of which one is meant. */
export interface Choice {
  readonly help: string;
  readonly fixes: readonly Fix[];
}

const most = 3;

/** Functions around a range vector that make one value of the samples of each series. */
export function toOneValue(range: Expr, metrics: Metrics): Choice {
  const { what, functions } = oneValueOf(range, { metrics });
  const names = functions.filter((name) => functionInfo(name)).slice(0, most);
  return {
    help: `turn the samples of each series into one value: ${what}`,
    fixes: names.map((name) => wrap(range, name)),
  };
}

/** An aggregation of samples, as in `max(up[1h])`: `max_over_time` was meant; nothing for counters, and where there is none. */
export function aggregatedSamples({ op, expr, grouping }: Aggregation, metrics: Metrics): Choice | undefined {
  const name = `${op.text}_over_time`;
  const { certain, functions } = oneValueOf(expr, { metrics });
  const isCounted = functions.includes("rate");
  if (!functionInfo(name) || op.text === "sum" || (isCounted && certain)) return undefined;
  const alone: Fix = { title: `Use \`${name}()\``, safety: "suggestion", edits: [{ ...op.span, insert: name }] };
  const both: Fix = { ...wrap(expr, name), title: `Use \`${op.text}()\` of \`${name}()\`` };
  const ofCounter = isCounted ? [wrap(expr, "rate")] : [];
  const counter = isCounted ? "; a counter wants `rate()`" : "";
  return {
    help: `\`${op.text}()\` takes one value of each series; use \`${name}()\` for the samples of each series${counter}`,
    fixes: [...(grouping ? [] : [alone]), ...(twice.has(op.text) ? [both] : []), ...ofCounter],
  };
}

/** Aggregations that give a sensible number of what they have given for each series. */
const twice: ReadonlySet<string> = new Set(["avg", "max", "min"]);
