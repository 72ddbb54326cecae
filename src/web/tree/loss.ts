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

/** What an operator takes away of the series that it is given, in a sentence with Markdown; nothing where it keeps all. */
export function lossOf(part: Part, stateOf: StateOf): string | undefined {
  const { expr, operands } = part;
  const kept = countOf(stateOf(part));
  if (expr.kind !== "Binary" || operands.length > 2 || !kept) return undefined;
  const sides = operands.map((operand) => labelsOf(stateOf(operand)));
  const [left, right] = sides;
  if (!left) return undefined;
  if (sides.length === 1) return filtered(expr, left.length, kept);
  return right && bothVectors(expr) ? unmatched(expr, left, right, kept) : undefined;
}

function labelsOf(state: PartState): readonly Labels[] | undefined {
  if (state.kind !== "answered" || state.result.type !== "vector") return undefined;
  return state.result.series.map(({ labels }) => labels);
}

function bothVectors({ left, right }: Binary): boolean {
  return valueType(left) === "vector" && valueType(right) === "vector";
}

/** A comparison with a number. */
function filtered({ op }: Binary, given: number, kept: number): string | undefined {
  const isFilter = operatorInfo(op.text).class === "comparison" && kept < given;
  return isFilter
    ? `${kept} of ${plural(given, "series", "series")} ${kept === 1 ? "fulfils" : "fulfil"} the condition`
    : undefined;
}

function unmatched(expr: Binary, left: readonly Labels[], right: readonly Labels[], kept: number): string | undefined {
  const operator = expr.op.text;
  if (operator === "or" || expr.fill) return undefined;
  const sides = `${left.length} on the left, ${right.length} on the right`;
  if (operatorInfo(operator).class === "set") {
    return kept < left.length ? `${sides}: ${kept} of the left side ${kept === 1 ? "stays" : "stay"}` : undefined;
  }
  const { alone, apart } = partnersOf(expr, left, right);
  if (alone.left + alone.right === 0) {
    return kept < Math.max(left.length, right.length) ? `${sides}: ${kept} fulfil the condition` : undefined;
  }
  const lone = [
    ...(alone.left > 0 ? [`${alone.left} on the left`] : []),
    ...(alone.right > 0 ? [`${alone.right} on the right`] : []),
  ];
  const why = apart.length > 0 ? `: they differ in ${labelsNamed(apart)}` : "";
  return `${sides}: ${lone.join(" and ")} ${alone.left + alone.right === 1 ? "has" : "have"} no partner${why}`;
}
