import { valueType } from "../../analysis/value-type.js";
import type { Labels } from "../../prometheus/index.js";
import { operatorInfo } from "../../promql/operators.js";
import { labelsNamed, partnersOf } from "../../query/no-partner.js";
import type { Binary } from "../../syntax/ast.js";
import { plural } from "../../syntax/plural.js";
import { seriesCount } from "./part-summary.js";
import type { PartState } from "./part-state.js";
import type { Part } from "./parts.js";

/** What is known of the results of parts. */
export type StateOf = (part: Part) => PartState;

/** Whether a part gives nothing though every part that it is made of gives something. */
export function isWhereLost(part: Part, stateOf: StateOf): boolean {
  return countOf(stateOf(part)) === 0 && part.operands.every((operand) => isSomething(stateOf(operand)));
}

/** Whether a part is why the query as a whole gives nothing. */
export function isToBlame(part: Part, stateOf: StateOf): boolean {
  if (!isWhereLost(part, stateOf)) return false;
  for (let around = part.parent; around; around = around.parent) {
    if (countOf(stateOf(around)) !== 0) return false;
  }
  return true;
}

function isSomething(state: PartState): boolean {
  return state.kind === "answered" && seriesCount(state.result) !== 0;
}

function countOf(state: PartState): number | undefined {
  return state.kind === "answered" ? seriesCount(state.result) : undefined;
}

/** Series that an operator takes away. */
export interface Loss {
  /** A sentence without a full stop. */
  readonly message: string;
  /** Whether the query asks for it, as a comparison does; else series lack a partner. */
  readonly isAsked: boolean;
}

/** What an operator takes away of the series that it is given; nothing where it keeps all, or why is another question. */
export function lossOf(part: Part, stateOf: StateOf): Loss | undefined {
  const { expr, operands } = part;
  const kept = countOf(stateOf(part));
  if (expr.kind !== "Binary" || operands.length > 2 || kept === undefined) return undefined;
  const vectors = operands.filter((operand) => valueType(operand.expr) === "vector");
  const sides = vectors.map((operand) => labelsOf(stateOf(operand)));
  const [left, right] = sides;
  if (!left) return undefined;
  if (sides.length === 1) return filtered(expr, left.length, kept);
  return right && unmatched(expr, left, right, kept);
}

function labelsOf(state: PartState): readonly Labels[] | undefined {
  if (state.kind !== "answered" || state.result.type !== "vector") return undefined;
  return state.result.series.map(({ labels }) => labels);
}

/** A comparison with a number. */
function filtered({ op }: Binary, given: number, kept: number): Loss | undefined {
  if (operatorInfo(op.text).class !== "comparison" || kept === 0 || kept === given) return undefined;
  return { message: `${kept} of ${plural(given, "series", "series")} ${fulfil(kept)} the condition`, isAsked: true };
}

function unmatched(expr: Binary, left: readonly Labels[], right: readonly Labels[], kept: number): Loss | undefined {
  const operator = expr.op.text;
  if (operator === "or" || expr.fill || left.length === 0 || right.length === 0) return undefined;
  const sides = `${left.length} on the left, ${right.length} on the right`;
  if (operatorInfo(operator).class === "set") {
    if (kept === 0 || kept === left.length) return undefined;
    return { message: `${sides}: ${kept} of the left side ${kept === 1 ? "stays" : "stay"}`, isAsked: true };
  }
  const { alone, apart } = partnersOf(expr, left, right);
  const isOne = alone.left + alone.right === 1;
  const why = apart.length > 0 ? `: ${isOne ? "it differs" : "they differ"} in ${labelsNamed(apart)}` : "";
  if (alone.left === left.length) return { message: `${sides}, none matched${why}`, isAsked: false };
  if (alone.left + alone.right === 0) {
    if (kept === 0 || kept >= Math.max(left.length, right.length)) return undefined;
    return { message: `${sides}: ${kept} ${fulfil(kept)} the condition`, isAsked: true };
  }
  const lone = [
    ...(alone.left > 0 ? [`${alone.left} on the left`] : []),
    ...(alone.right > 0 ? [`${alone.right} on the right`] : []),
  ];
  const have = isOne ? "has" : "have";
  return { message: `${sides}: ${lone.join(" and ")} ${have} no partner${why}`, isAsked: false };
}

function fulfil(count: number): string {
  return count === 1 ? "fulfils" : "fulfil";
}
