import { valueType } from "../../analysis/value-type.js";
import type { Expr, Modifiers } from "../../syntax/ast.js";
import type { Context } from "../context.js";
import { atMilliseconds, offsetMilliseconds } from "../durations.js";
import type { Shift } from "../select-instant.js";

/**
 * When `info` looks for info series: when the selectors of its vector do, where all look at one time; otherwise at the
 * steps of the query.
 * Source: https://github.com/prometheus/prometheus/blob/v3.15.1/promql/info.go
 */
export function infoTimes(vector: Expr, { query, steps }: Context): Shift {
  const found = sourcesOf(vector).map((source) => source && shiftOf(source, query));
  const [first, ...others] = found;
  const isShared = first && others.every((other) => other?.isFixed === first.isFixed && other.by === first.by);
  if (!isShared) return { start: steps.start, step: steps.step };
  return first.isFixed ? { start: first.by, step: 0 } : { start: steps.start + first.by, step: steps.step };
}

/** The modifiers of a selector, then those of the subqueries around it from the inside out. */
interface Source {
  readonly modifiers: Modifiers;
  readonly around: Source | undefined;
}

/** Where the samples of a vector come from: its selectors, and nothing in place of a vector without one. */
function sourcesOf(vector: Expr): readonly (Source | undefined)[] {
  const found: (Source | undefined)[] = [];
  const waiting: { readonly expr: Expr; readonly around: Source | undefined }[] = [{ expr: vector, around: undefined }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { expr, around } = next;
    if (expr.kind === "VectorSelector" || expr.kind === "RangeSelector") {
      found.push({ modifiers: expr, around });
      continue;
    }
    const inner = expr.kind === "Subquery" ? { modifiers: expr, around } : around;
    const vectors = operandsOf(expr).filter((each) => valueType(each) === "vector" || valueType(each) === "matrix");
    if (vectors.length === 0) found.push(undefined);
    for (const each of vectors) waiting.push({ expr: each, around: inner });
  }
  return found;
}

/** The second argument of `info` is no vector that is evaluated. */
function operandsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "Paren":
    case "Unary":
    case "Aggregation":
    case "Subquery":
      return [expr.expr];
    case "Binary":
      return [expr.left, expr.right];
    case "Call":
      return expr.name.text === "info" ? expr.args.slice(0, 1) : expr.args;
    case "NumberLiteral":
    case "StringLiteral":
    case "VectorSelector":
    case "RangeSelector":
      return [];
  }
}

/** The time in milliseconds at which a source is read: since 1970 where `@` fixes it, else from that of the step. */
function shiftOf(source: Source, query: Context["query"]): { readonly isFixed: boolean; readonly by: number } {
  let by = 0;
  for (let each: Source | undefined = source; each; each = each.around) {
    by -= offsetMilliseconds(each.modifiers, query);
    const at = atMilliseconds(each.modifiers, query);
    if (at !== undefined) return { isFixed: true, by: at + by };
  }
  return { isFixed: false, by };
}
