import { operands } from "../../analysis/operands.js";
import { withoutParens } from "../../analysis/without-parens.js";
import { assertNever, type Binary, type Expr } from "../../syntax/ast.js";
import { print } from "../../syntax/print.js";

/** The one step of evaluation that a query lacks, has too many, or has the wrong way round; wherever it stands. */
export interface OneStep {
  readonly kind: "missing" | "superfluous" | "turned";
  /** Of the query that has it. */
  readonly step: Expr;
  /** The operand of that step, which both queries have; of a step that is turned, the first. */
  readonly part: Expr;
  /** Whether the operand is all of the query that lacks the step. */
  readonly isWhole: boolean;
}

/** In which one step alone a query differs from the one that is wanted; nothing where they differ in more, or in nothing. */
export function oneStep(own: Expr, wanted: Expr): OneStep | undefined {
  let [ours, theirs]: readonly [Expr, Expr] = [withoutParens(own), withoutParens(wanted)];
  for (let isWhole = true; ; isWhole = false) {
    const superfluous = partOf(ours, theirs);
    if (superfluous) return { kind: "superfluous", step: ours, part: superfluous, isWhole };
    const missing = partOf(theirs, ours);
    if (missing) return { kind: "missing", step: theirs, part: missing, isWhole };
    if (isTurned(ours, theirs)) return { kind: "turned", step: ours, part: ours.left, isWhole };
    const below = onlyOther(ours, theirs);
    if (!below) return undefined;
    [ours, theirs] = below;
  }
}

/** The operand of a step that is the same as another query; a range around it belongs to the step. */
function partOf(step: Expr, other: Expr): Expr | undefined {
  const written = print(other);
  return stepOperands(step).find((operand) => print(operand) === written);
}

/** Whether two operations are the same, but for their sides, which are exchanged. */
function isTurned(own: Expr, wanted: Expr): own is Binary {
  if (own.kind !== "Binary" || wanted.kind !== "Binary") return false;
  return print({ ...own, left: own.right, right: own.left }) === print(wanted);
}

/** What a step is made of, without parentheses; of a range selector also the selector. */
export function stepOperands(step: Expr): readonly Expr[] {
  // A selector is no step less than a range selector: it asks for something else.
  if (step.kind === "RangeSelector" || step.kind === "Subquery") return [];
  return operands(step)
    .map(withoutParens)
    .flatMap((operand): readonly Expr[] => (operand.kind === "RangeSelector" ? [operand, operand.vector] : [operand]));
}

/** The operands in which two steps differ, where they differ in nothing else. */
function onlyOther(own: Expr, wanted: Expr): readonly [Expr, Expr] | undefined {
  const [ours, theirs] = [operands(own), operands(wanted)];
  if (own.kind !== wanted.kind || ours.length !== theirs.length) return undefined;
  const written = print(wanted);
  for (const [k, operand] of theirs.entries()) {
    const instead = ours[k];
    const same = withOperand(own, k, operand);
    if (instead && same && print(same) === written) return [withoutParens(instead), withoutParens(operand)];
  }
  return undefined;
}

/** A step with another operand in the place of one. */
function withOperand(step: Expr, k: number, by: Expr): Expr | undefined {
  switch (step.kind) {
    case "Paren":
    case "Unary":
    case "Subquery":
      return { ...step, expr: by };
    case "Binary":
      return k === 0 ? { ...step, left: by } : { ...step, right: by };
    case "Call":
      return { ...step, args: step.args.map((arg, n) => (n === k ? by : arg)) };
    case "Aggregation":
      return step.param && k === 0 ? { ...step, param: by } : { ...step, expr: by };
    case "RangeSelector":
    case "VectorSelector":
    case "NumberLiteral":
    case "StringLiteral":
      return undefined;
    default:
      return assertNever(step);
  }
}
