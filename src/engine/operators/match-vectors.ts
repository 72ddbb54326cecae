import type { Context } from "../context.js";
import { sameLabelset } from "../error.js";
import { type Grid, gridBuilder, type GridBuilder } from "../grid.js";
import { type Labels, labelValue, onlyLabels, withLabel, withoutLabels, withoutName } from "../labels.js";
import { type ElementOperator, numberOperator } from "./arithmetic.js";
import type { Signature } from "./binary.js";
import { type FirstFailure, firstFailure } from "./first-failure.js";
import { type Group, groupsOf, placeOnes, type Sides } from "./match-groups.js";
import { signatureKey } from "./signature.js";

/** What an operator does with pairs of series. */
export interface VectorOperation {
  readonly operator: ElementOperator;
  readonly bool: boolean;
  readonly signature: Signature;
  /** The side that may have many series for one of the other. */
  readonly many: "left" | "right" | undefined;
  /** Labels that are taken from the side that has one. */
  readonly include: readonly string[];
  /** Values for series that a side lacks. */
  readonly fill: { readonly left: number | undefined; readonly right: number | undefined };
}

/**
 * Pairs the series of two vectors and combines their values.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#vector-matching
 */
export function matchVectors(left: Grid, right: Grid, operation: VectorOperation, context: Context): Grid {
  const { count } = context.steps;
  const { fill } = operation;
  const isSwapped = operation.many === "right";
  const [many, one] = isSwapped ? [right, left] : [left, right];
  // With `group_right` Prometheus takes `fill_left` for the right side, and `fill_right` for the left one, up to 3.15.
  const sides: Sides = { many, one, isSwapped, fillMany: fill.left, fillOne: fill.right };
  context.budget.work(left.values.length + right.values.length);
  const groups = groupsOf(sides, operation.signature, count);
  const failure = firstFailure();
  placeOnes(groups, sides, count, failure);

  const builder = gridBuilder(sides.many.rows.length, count, context.budget);
  const pairing = { sides, operation, builder, count, failure, drops: dropsOf(operation, context) };
  for (const row of sides.many.rows.keys()) pairMany(row, groups, pairing);
  if (sides.fillMany !== undefined) for (const group of groups.values()) fillGroup(group, sides.fillMany, pairing);
  failure.raise();
  return builder.finish();
}

interface Pairing {
  readonly sides: Sides;
  readonly operation: VectorOperation;
  readonly builder: GridBuilder;
  readonly count: number;
  readonly failure: FirstFailure;
  readonly drops: Drops;
}

/** What happens to the metric's name: it is taken away now, or marked to be so at the end. */
interface Drops {
  readonly now: boolean;
  readonly later: boolean;
}

function dropsOf({ operator, bool }: VectorOperation, { settings }: Context): Drops {
  const changes = numberOperator(operator).kind === "arithmetic";
  return { now: changes || (bool && !settings.delayedNameRemoval), later: bool };
}

/** Combines a series of the side that may have many with what it finds at each step. */
function pairMany(row: number, groups: ReadonlyMap<string, Group>, pairing: Pairing): void {
  const { sides, operation, count } = pairing;
  const labels = sides.many.rows[row]?.labels;
  const group = labels && groups.get(signatureKey(labels, operation.signature));
  if (!group) return;
  let result: Result | undefined;
  for (let step = 0; step < count; step++) {
    if (sides.many.present[row * count + step] !== 1) continue;
    const one = group.at[step] ?? -1;
    if (one === -1 && sides.fillOne === undefined) continue;
    if (result?.one !== one) {
      const other = one === -1 ? group.matched : sides.one.rows[one]?.labels;
      result = startResult(labels, other ?? group.matched, one, group, pairing);
    }
    const value = one === -1 ? sides.fillOne : sides.one.values[one * count + step];
    putPair(result, group, step, sides.many.values[row * count + step] ?? 0, value ?? 0, pairing);
  }
}

/** Combines the series that have found none with a value. */
function fillGroup(group: Group, fill: number, pairing: Pairing): void {
  const { sides, count } = pairing;
  let result: Result | undefined;
  for (let step = 0; step < count; step++) {
    const one = group.at[step] ?? -1;
    if (one === -1 || group.isPaired[step] === 1) continue;
    if (result?.one !== one) {
      result = startResult(group.matched, sides.one.rows[one]?.labels ?? group.matched, one, group, pairing);
    }
    putPair(result, group, step, fill, sides.one.values[one * count + step] ?? 0, pairing);
  }
}

/** A series of the result, as long as its partner on the other side stays the same. */
interface Result {
  readonly one: number;
  readonly labels: Labels;
  /** At which steps there was a pair for these labels. */
  readonly steps: Uint8Array;
}

function startResult(
  many: Labels,
  one: Labels,
  row: number,
  group: Group,
  { operation, drops, count }: Pairing,
): Result {
  const labels = resultLabels(many, one, operation, drops);
  const steps = group.results.get(labels.key) ?? new Uint8Array(operation.many ? count : 0);
  group.results.set(labels.key, steps);
  return { one: row, labels, steps };
}

function resultLabels(
  many: Labels,
  one: Labels,
  { many: grouped, signature, include }: VectorOperation,
  drops: Drops,
): Labels {
  let labels = drops.now ? withoutName(many) : many;
  if (!grouped) labels = signature.on ? onlyLabels(labels, signature.labels) : withoutLabels(labels, signature.labels);
  for (const name of include) labels = withLabel(labels, name, labelValue(one, name));
  return labels;
}

function putPair(result: Result, group: Group, step: number, many: number, one: number, pairing: Pairing): void {
  const { operation, sides, builder, drops, failure } = pairing;
  const taken = operation.many ? result.steps[step] : group.isPaired[step];
  if (taken === 1) {
    const why = operation.many
      ? "grouping labels must ensure unique matches"
      : "many-to-one matching must be explicit (group_left/group_right)";
    failure.note(step, "match", () => `multiple matches for labels: ${why}`);
  }
  if (operation.many) result.steps[step] = 1;
  group.isPaired[step] = 1;
  const [left, right] = sides.isSwapped ? [one, many] : [many, one];
  const { kind, of } = numberOperator(operation.operator);
  const combined = of(left, right);
  const filters = kind === "comparison" && !operation.bool;
  if (filters && !combined) return;
  const cell = builder.find({ labels: result.labels, dropName: drops.later }) + step;
  if (builder.present[cell] === 1) failure.note(step, "labels", () => sameLabelset().message);
  else builder.put(cell, filters ? left : Number(combined));
}
