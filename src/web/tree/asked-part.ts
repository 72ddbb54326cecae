import { literalSeconds } from "../../analysis/literal-seconds.js";
import { valueType } from "../../analysis/value-type.js";
import { applyEdits } from "../../lint/fix.js";
import { formatDuration } from "../../promql/durations.js";
import { formatNumber } from "../../promql/numbers.js";
import { lastMoment } from "../../query/times.js";
import type { AskedTimes } from "../../results/answer-text.js";
import type { Node, Subquery } from "../../syntax/ast.js";
import type { Edit } from "../../syntax/problem.js";
import { walk } from "../../syntax/walk.js";
import type { Part } from "./parts.js";

/** An instant query that has the value which a part has within its query. */
export interface AskedPart {
  readonly text: string;
  /** In seconds since 1970. */
  readonly time: number;
  readonly isMatrix: boolean;
  /** The innermost subquery around it, which asks for it at many moments; `time` is the last of them. */
  readonly subquery?: Subquery;
}

/** How a part is asked for by itself. */
export function askedPart(part: Part, query: string, times: AskedTimes): AskedPart {
  const subqueries = subqueriesAround(part);
  const bounds = boundsOf(times);
  const time = subqueries.reduce((outer, each) => lastStepOf(each, outer, bounds), lastMoment(times));
  const subquery = subqueries.at(-1);
  const { expr } = part;
  const { from, to } = expr.span;
  const isMoved = subquery !== undefined || times.kind === "range";
  const edits = [
    ...(isMoved ? walk(expr).flatMap((node) => fixed(node, bounds)) : []),
    ...(expr.kind === "RangeSelector" && expr.extension ? [{ ...expr.extension.span, insert: "" }] : []),
  ];
  return {
    text: applyEdits(
      query.slice(from, to),
      edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from })),
    ),
    time,
    isMatrix: valueType(expr) === "matrix",
    ...(subquery && { subquery }),
  };
}

/** From the outside to the inside. */
function subqueriesAround(part: Part): readonly Subquery[] {
  const found: Subquery[] = [];
  for (let around = part.parent; around; around = around.parent) {
    if (around.expr.kind === "Subquery") found.push(around.expr);
  }
  return found.reverse();
}

/** The ends of the query's range, in seconds since 1970; the step is nothing where it is asked once. */
interface Bounds {
  readonly start: number;
  readonly end: number;
  readonly step?: number;
}

function boundsOf(times: AskedTimes): Bounds {
  return times.kind === "range" ? times : { start: times.time, end: times.time };
}

/** How often a subquery asks which does not say it, where the server is not told otherwise. */
const usualStep = 60;

/** The last moment at which a subquery asks: the steps are multiples of its resolution. */
function lastStepOf({ at, offset, step }: Subquery, outer: number, { start, end }: Bounds): number {
  const base = at === undefined ? outer : at.time === "start" ? start : at.time === "end" ? end : at.time;
  const last = base - (literalSeconds(offset?.duration) ?? 0);
  const seconds = literalSeconds(step) ?? usualStep;
  return seconds > 0 ? Math.floor(last / seconds + 1e-9) * seconds : last;
}

/** What depends on the range of the whole query is written as the number that it is there. */
function fixed(node: Node, { start, end, step }: Bounds): readonly Edit[] {
  const values = { start, end, step, range: step === undefined ? undefined : end - start };
  switch (node.kind) {
    case "VectorSelector":
    case "RangeSelector":
    case "Subquery": {
      const { at } = node;
      return at && typeof at.time === "string" ? [{ ...at.span, insert: `@ ${values[at.time].toFixed(3)}` }] : [];
    }
    case "Call": {
      const name = node.name.text;
      const value =
        name === "start" || name === "end" || name === "step" || name === "range" ? values[name] : undefined;
      return value === undefined ? [] : [{ ...node.span, insert: formatNumber(value) }];
    }
    case "DurationCall": {
      const name = node.name.text;
      const value = name === "step" || name === "range" ? values[name] : undefined;
      return value === undefined ? [] : [{ ...node.span, insert: formatDuration(value) }];
    }
    case "NumberLiteral":
    case "StringLiteral":
    case "Paren":
    case "Unary":
    case "Binary":
    case "Aggregation":
    case "LabelMatcher":
    case "DurationLiteral":
    case "DurationBinary":
    case "DurationUnary":
    case "DurationParen":
      return [];
  }
}
