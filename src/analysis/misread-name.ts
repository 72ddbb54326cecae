import { isAggregator } from "../promql/aggregators.js";
import { functionInfo } from "../promql/functions.js";
import { numberInWords } from "../promql/number-words.js";
import { parametersOf } from "../promql/parameters.js";
import type { Expr, Node, Token } from "../syntax/ast.js";
import { print } from "../syntax/print.js";
import { nodesOf } from "../syntax/walk.js";
import { withoutParens } from "./without-parens.js";

/** A name that a query reads as that of a metric, and that was probably meant to be something else. */
export interface MisreadName {
  readonly name: Token;
  readonly kind: "a number" | "an aggregation" | "a function";
  /** What to write instead, where it is plain. */
  readonly meant?: string;
}

/** What the name of a metric is besides, where it stands alone: a number in words, an aggregation, a function. */
export function otherThanMetric(node: Node): Pick<MisreadName, "name" | "kind"> | undefined {
  if (node.kind !== "VectorSelector" || node.braces || !node.metric || node.metric.variable) return undefined;
  const name = node.metric;
  if (numberInWords(name.text) !== undefined) return { name, kind: "a number" };
  if (isAggregator(name.text)) return { name, kind: "an aggregation" };
  const info = functionInfo(name.text);
  // Experimental ones have names such as `start` and `range`, and few know them.
  return info && !info.experimental ? { name, kind: "a function" } : undefined;
}

/** The names beside an operator that are misread: `up > three`, `sum(up) / count`. */
export function misreadNames(root: Expr): readonly MisreadName[] {
  return nodesOf(root, "Binary").flatMap(({ left, right }) => [...besideOf(left, right), ...besideOf(right, left)]);
}

function besideOf(side: Expr, other: Expr): readonly MisreadName[] {
  const misread = otherThanMetric(withoutParens(side));
  if (!misread) return [];
  const meant = numberInWords(misread.name.text) ?? callOf(misread.name.text, other);
  return [meant === undefined ? misread : { ...misread, meant }];
}

/** A function or aggregation with what it reads, which is the only metric of the other side. */
function callOf(name: string, other: Expr): string | undefined {
  const [wanted, ...more] = parametersOf(name)?.args ?? [];
  if (wanted === undefined) return `${name}()`;
  const [selector, another] = nodesOf(other, "VectorSelector");
  if (more.length > 0 || !selector || another || otherThanMetric(selector)) return undefined;
  if (wanted !== "vector" && wanted !== "matrix") return undefined;
  const { offset, at, extension, ...plain } = selector;
  const isPlain = !offset && !at && !extension;
  return isPlain ? `${name}(${print(plain)}${wanted === "matrix" ? "[5m]" : ""})` : undefined;
}
