import { operatorInfo } from "../../promql/operators.js";
import { quote } from "../../promql/strings.js";
import { type Binary, type Expr, type Fill, type VectorMatching } from "../../syntax/ast.js";
import { type Context, dropNames } from "../context.js";
import { executionError } from "../error.js";
import { type Grid, withoutEmptyRows } from "../grid.js";
import { type ScalarValue, sizeOf, type Value } from "../value.js";
import { type ElementOperator, numberOperator } from "./arithmetic.js";
import { matchVectors } from "./match-vectors.js";
import { joinSets, type SetOperator } from "./sets.js";

/** Evaluates a chain of operators. It leans to the left and may be of any length, so that it is walked in a loop. */
export function evaluateBinary(expr: Binary, context: Context): Value {
  const chain: Binary[] = [];
  let first: Expr = expr;
  for (; first.kind === "Binary"; first = first.left) chain.push(first);
  const before = context.budget.held();
  let left = context.evaluate(first, context);
  for (const node of chain.reverse()) {
    left = combine(node, left, context.evaluate(node.right, context), context);
    context.budget.keep(before + sizeOf(left));
  }
  return left;
}

function combine(node: Binary, left: Value, right: Value, context: Context): Value {
  if (left.kind === "string" || right.kind === "string") throw executionError("a string is no operand");
  const operator = node.op.text;
  if (left.kind === "vector" && right.kind === "vector") {
    return { kind: "vector", grid: combineVectors(node, left.grid, right.grid, context) };
  }
  if (!isElementOperator(operator)) {
    if (operatorInfo(operator).class !== "trim")
      throw executionError("set operator not allowed in binary scalar expression");
    if (left.kind === "scalar" && right.kind === "scalar") {
      throw executionError(`operator ${quote(operator)} not allowed for Scalar operations`);
    }
    return { kind: "vector", grid: withTypes(node, left, right, context) };
  }
  if (left.kind === "scalar" && right.kind === "scalar") return combineScalars(operator, left, right);
  const [vector, scalar] =
    left.kind === "vector" ? [left.grid, right] : [right.kind === "vector" ? right.grid : undefined, left];
  if (!vector || scalar.kind !== "scalar") throw executionError("no operands");
  return { kind: "vector", grid: withScalar(node, operator, vector, scalar, left.kind === "scalar", context) };
}

function isElementOperator(operator: Binary["op"]["text"]): operator is ElementOperator {
  const kind = operatorInfo(operator).class;
  return kind === "arithmetic" || kind === "comparison";
}

function combineScalars(operator: ElementOperator, left: ScalarValue, right: ScalarValue): Value {
  const { of } = numberOperator(operator);
  const values = left.values.map((value, step) => Number(of(value, right.values[step] ?? NaN)));
  return { kind: "scalar", values };
}

/** A comparison keeps the values of the vector for which it holds; with `bool` it gives 1 and 0. */
function withScalar(
  node: Binary,
  operator: ElementOperator,
  grid: Grid,
  scalar: ScalarValue,
  scalarIsLeft: boolean,
  context: Context,
): Grid {
  const { kind, of } = numberOperator(operator);
  const { count } = context.steps;
  const { values, present } = grid;
  for (let cell = 0; cell < values.length; cell++) {
    if (present[cell] !== 1) continue;
    const value = values[cell] ?? 0;
    const other = scalar.values[cell % count] ?? NaN;
    const result = scalarIsLeft ? of(other, value) : of(value, other);
    if (kind === "arithmetic" || node.bool) values[cell] = Number(result);
    else if (!result) present[cell] = 0;
  }
  return kind === "arithmetic" || node.bool ? dropNames(grid, context) : withoutEmptyRows(grid, count);
}

function combineVectors(node: Binary, left: Grid, right: Grid, context: Context): Grid {
  const matching = node.matching;
  const operator = node.op.text;
  switch (operatorInfo(operator).class) {
    case "set":
      return joinSets(setOperator(node), left, right, signatureOf(matching), context);
    case "trim":
      return withTypes(node, { kind: "vector", grid: left }, { kind: "vector", grid: right }, context);
    case "arithmetic":
    case "comparison":
      if (!isElementOperator(operator)) throw executionError(`unknown operator ${operator}`);
      return matchVectors(
        left,
        right,
        { operator, bool: node.bool !== undefined, ...sidesOf(matching, node.fill) },
        context,
      );
  }
}

function setOperator({ op }: Binary): SetOperator {
  if (op.text === "and" || op.text === "or" || op.text === "unless") return op.text;
  throw executionError(`unknown set operator ${op.text}`);
}

/** By which labels series find each other. */
export interface Signature {
  readonly on: boolean;
  readonly labels: ReadonlySet<string>;
}

function signatureOf(matching: VectorMatching | undefined): Signature {
  return { on: matching?.mode.text === "on", labels: new Set(matching?.labels.map(({ text }) => text)) };
}

function sidesOf(matching: VectorMatching | undefined, fill: Fill | undefined) {
  return {
    signature: signatureOf(matching),
    many: matching?.group?.side,
    include: matching?.group?.include.map(({ text }) => text) ?? [],
    fill: { left: fill?.left?.value, right: fill?.right?.value },
  };
}

/** The operators that trim native histograms have no result for numbers. */
function withTypes({ op, span }: Binary, left: Value, right: Value, { annotations }: Context): Grid {
  const isEmpty = (value: Value) => value.kind === "vector" && value.grid.rows.length === 0;
  if (!isEmpty(left) && !isEmpty(right)) {
    const text = `incompatible sample types encountered for binary operator "${op.text}": float ${op.text} float`;
    annotations.add("info", text, span);
  }
  return { rows: [], values: new Float64Array(0), present: new Uint8Array(0) };
}
