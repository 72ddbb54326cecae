import type { BinaryOperator } from "../../promql/operators.js";
import type { Expr } from "../../syntax/ast.js";

/** Between which numbers the values of an expression lie. `NaN` and native histograms count as values within. */
export interface ValueRange {
  readonly min: number;
  readonly max: number;
  /** Whether `min` itself is no value. */
  readonly aboveMin?: boolean | undefined;
  /** Whether `max` itself is no value. */
  readonly belowMax?: boolean | undefined;
  /** Whether there are whole numbers only. */
  readonly whole?: boolean | undefined;
  /** Whether there is neither `NaN` nor a native histogram. */
  readonly onlyNumbers?: boolean | undefined;
  /** The expression that sets the bounds; nothing for a number and where there are none. */
  readonly source?: Expr | undefined;
}

/** Any value. */
export const anyNumber: ValueRange = { min: -Infinity, max: Infinity };

/** A single value, which may be `NaN`. */
export function exactly(value: number): ValueRange {
  if (Number.isNaN(value)) return { min: value, max: value };
  return { min: value, max: value, onlyNumbers: true, whole: Number.isInteger(value) };
}

/** The values from one number to another; a bound that cannot be computed is none. */
export function between(min: number, max: number, rest: Omit<ValueRange, "min" | "max"> = {}): ValueRange {
  const bounds = { min: Number.isNaN(min) ? -Infinity : min, max: Number.isNaN(max) ? Infinity : max };
  return { ...bounds, ...rest };
}

/** Whether nothing is known of the values. */
export function isUnbounded({ min, max }: ValueRange): boolean {
  return min === -Infinity && max === Infinity;
}

/** The value, if there is one only. */
export function singleValue({ min, max }: ValueRange): number | undefined {
  return Object.is(min, max) || min === max ? min : undefined;
}

/** The values of both. */
export function uniteRanges(a: ValueRange, b: ValueRange): ValueRange {
  const [lowest, highest] = [Math.min(a.min, b.min), Math.max(a.max, b.max)];
  return between(lowest, highest, {
    aboveMin: [a, b].every(({ min, aboveMin }) => min > lowest || aboveMin),
    belowMax: [a, b].every(({ max, belowMax }) => max < highest || belowMax),
    whole: a.whole && b.whole,
    onlyNumbers: a.onlyNumbers && b.onlyNumbers,
    source: a.source ?? b.source,
  });
}

/** Whether no value lies in both. */
export function areDisjoint(a: ValueRange, b: ValueRange): boolean {
  return neverHolds("==", a, b);
}

/** Whether a comparison holds for all pairs of values, or for none; nothing where it depends on them. */
export function outcomeOf(op: BinaryOperator, a: ValueRange, b: ValueRange): "always" | "never" | undefined {
  if (isNaNOnly(a) || isNaNOnly(b)) return op === "!=" ? "always" : "never";
  if (neverHolds(op, a, b)) return "never";
  const opposite = opposites[op];
  return opposite && a.onlyNumbers && b.onlyNumbers && neverHolds(opposite, a, b) ? "always" : undefined;
}

const opposites: { readonly [Operator in BinaryOperator]?: BinaryOperator } = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

/** `NaN` fulfils no comparison but `!=`, and a native histogram is not compared with a number. */
function neverHolds(op: BinaryOperator, a: ValueRange, b: ValueRange): boolean {
  if (op === "<") return a.min >= b.max;
  if (op === "<=") return a.min > b.max || (a.min === b.max && (a.aboveMin === true || b.belowMax === true));
  if (op === ">") return neverHolds("<", b, a);
  if (op === ">=") return neverHolds("<=", b, a);
  if (op === "!=") return a.onlyNumbers === true && b.onlyNumbers === true && isSameValue(a, b);
  return op === "==" && (isOutside(a, b) || isFractionOfWhole(a, b) || isFractionOfWhole(b, a));
}

function isOutside(a: ValueRange, b: ValueRange): boolean {
  return neverHolds("<=", a, b) || neverHolds("<=", b, a);
}

function isSameValue(a: ValueRange, b: ValueRange): boolean {
  return a.min === a.max && b.min === b.max && a.min === b.min;
}

function isNaNOnly({ min, max }: ValueRange): boolean {
  return Number.isNaN(min) && Number.isNaN(max);
}

function isFractionOfWhole({ whole }: ValueRange, other: ValueRange): boolean {
  const value = singleValue(other);
  return whole === true && value !== undefined && Number.isFinite(value) && !Number.isInteger(value);
}
