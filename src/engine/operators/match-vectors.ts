import type { Context } from "../context.js";
import { executionError } from "../error.js";
import { type Grid, gridBuilder, type GridBuilder, stepsWithValues } from "../grid.js";
import {
  compareLabels,
  type Labels,
  onlyLabels,
  printLabels,
  withLabel,
  withoutLabels,
  withoutName,
} from "../labels.js";
import { labelValue } from "../labels.js";
import { type ElementOperator, numberOperator } from "./arithmetic.js";
import type { Signature } from "./binary.js";
import { matchedLabels, signatureKey } from "./signature.js";

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

/** The two sides: `one` has at most one series for each signature. Without grouping it is the right one. */
interface Sides {
  readonly many: Grid;
  readonly one: Grid;
  /** Whether `many` is the right side. */
  readonly isSwapped: boolean;
  readonly fillMany: number | undefined;
  readonly fillOne: number | undefined;
}

/** The series of one signature. */
interface Group {
  readonly matched: Labels;
  /** Rows of the side that has one. */
  readonly ones: number[];
  /** Which of them has a value, for each step; -1 for none. */
  at: Int32Array;
  /** Whether a pair was found, for each step. */
  readonly isPaired: Uint8Array;
  /** For each label set of a result, at which steps there was a pair for it. */
  readonly results: Map<string, Uint8Array>;
}

/**
 * Pairs the series of two vectors and combines their values.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#vector-matching
 */
export function matchVectors(left: Grid, right: Grid, operation: VectorOperation, context: Context): Grid {
  const { count } = context.steps;
  const { fill } = operation;
  const isSwapped = operation.many === "right";
  const sides: Sides = isSwapped
    ? { many: right, one: left, isSwapped, fillMany: fill.right, fillOne: fill.left }
    : { many: left, one: right, isSwapped, fillMany: fill.left, fillOne: fill.right };
  context.budget.work(left.values.length + right.values.length);
  const groups = groupsOf(sides, operation.signature, count);
  placeOnes(groups, sides, operation, count);

  const builder = gridBuilder(sides.many.rows.length, count, context.budget);
  const pairing = { sides, operation, builder, count, drops: dropsOf(operation, context) };
  for (const row of sides.many.rows.keys()) pairMany(row, groups, pairing);
  if (sides.fillMany !== undefined) for (const group of groups.values()) fillGroup(group, sides.fillMany, pairing);
  return builder.finish();
}

interface Pairing {
  readonly sides: Sides;
  readonly operation: VectorOperation;
  readonly builder: GridBuilder;
  readonly count: number;
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

function groupsOf({ many, one }: Sides, signature: Signature, count: number): Map<string, Group> {
  const groups = new Map<string, Group>();
  const groupOf = (labels: Labels): Group => {
    const matched = matchedLabels(labels, signature);
    const known = groups.get(matched.key);
    if (known) return known;
    const group = { matched, ones: [], at: none, isPaired: new Uint8Array(count), results: new Map() };
    groups.set(matched.key, group);
    return group;
  };
  for (const [row, { labels }] of one.rows.entries()) groupOf(labels).ones.push(row);
  for (const { labels } of many.rows) groupOf(labels);
  return groups;
}

const none = new Int32Array(0);

/** Finds the one series of each signature and step; throws for the first step at which there are two. */
function placeOnes(groups: ReadonlyMap<string, Group>, sides: Sides, operation: VectorOperation, count: number): void {
  let duplicate: { group: Group; step: number; rows: readonly [number, number] } | undefined;
  const isCompared = comparedSteps(sides, count);
  for (const group of groups.values()) {
    group.at = new Int32Array(count).fill(-1);
    for (const row of group.ones) {
      for (let step = 0; step < count; step++) {
        if (sides.one.present[row * count + step] !== 1) continue;
        const before = group.at[step] ?? -1;
        if (before === -1) group.at[step] = row;
        else if (isCompared(step) && step < (duplicate?.step ?? Infinity))
          duplicate = { group, step, rows: [before, row] };
      }
    }
  }
  if (!duplicate) return;
  const labels = duplicate.rows.flatMap((row) => sides.one.rows[row]?.labels ?? []).sort(compareLabels);
  const side = operation.many === "right" ? "left" : "right";
  const group = printLabels(duplicate.group.matched);
  throw executionError(
    `found duplicate series for the match group ${group} on the ${side} hand-side of the operation: ` +
      `[${labels.map(printLabels).join(", ")}];many-to-many matching not allowed: matching labels must be unique on one side`,
  );
}

/** Where one side is empty and nothing is filled in, its series are not compared. */
function comparedSteps({ many, one, fillMany, fillOne }: Sides, count: number): (step: number) => boolean {
  if (fillMany !== undefined || fillOne !== undefined) return () => true;
  const there = stepsWithValues(many, count);
  const others = stepsWithValues(one, count);
  return (step) => there[step] === 1 && others[step] === 1;
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
  const { operation, sides, builder, drops } = pairing;
  if (operation.many) {
    if (result.steps[step] === 1) {
      throw executionError("multiple matches for labels: grouping labels must ensure unique matches");
    }
    result.steps[step] = 1;
  } else if (group.isPaired[step] === 1) {
    throw executionError("multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)");
  }
  group.isPaired[step] = 1;
  const [left, right] = sides.isSwapped ? [one, many] : [many, one];
  const { kind, of } = numberOperator(operation.operator);
  const combined = of(left, right);
  if (kind === "comparison" && !operation.bool && !combined) return;
  const value = kind === "comparison" && !operation.bool ? left : Number(combined);
  builder.put(builder.find({ labels: result.labels, dropName: drops.later }) + step, value);
}
