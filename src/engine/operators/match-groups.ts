import { type Grid, stepsWithValues } from "../grid.js";
import { compareLabels, type Labels, printLabels } from "../labels.js";
import type { Signature } from "./binary.js";
import type { FirstFailure } from "./first-failure.js";
import { matchedLabels } from "./signature.js";

/** The two sides: `one` has at most one series for each signature. Without grouping it is the right one. */
export interface Sides {
  readonly many: Grid;
  readonly one: Grid;
  /** Whether `many` is the right side. */
  readonly isSwapped: boolean;
  readonly fillMany: number | undefined;
  readonly fillOne: number | undefined;
}

/** The series of one signature. */
export interface Group {
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

/** The groups of both sides by the key of their matched labels. */
export function groupsOf({ many, one }: Sides, signature: Signature, count: number): Map<string, Group> {
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

/** Finds the one series of each signature and step; where there are two it is an error. */
export function placeOnes(
  groups: ReadonlyMap<string, Group>,
  sides: Sides,
  count: number,
  failure: FirstFailure,
): void {
  const isCompared = comparedSteps(sides, count);
  for (const group of groups.values()) {
    group.at = new Int32Array(count).fill(-1);
    for (const row of group.ones) {
      for (let step = 0; step < count; step++) {
        if (sides.one.present[row * count + step] !== 1) continue;
        const before = group.at[step] ?? -1;
        if (before === -1) group.at[step] = row;
        else if (isCompared(step)) failure.note(step, "duplicate", () => duplicateText(group, [before, row], sides));
      }
    }
  }
}

function duplicateText({ matched }: Group, rows: readonly number[], { one, isSwapped }: Sides): string {
  const labels = rows.flatMap((row) => one.rows[row]?.labels ?? []).sort(compareLabels);
  const side = isSwapped ? "left" : "right";
  return (
    `found duplicate series for the match group ${printLabels(matched)} on the ${side} hand-side of the operation: ` +
    `[${labels.map(printLabels).join(", ")}];many-to-many matching not allowed: matching labels must be unique on one side`
  );
}

/** Where one side is empty and nothing is filled in, its series are not compared. */
function comparedSteps({ many, one, fillMany, fillOne }: Sides, count: number): (step: number) => boolean {
  if (fillMany !== undefined || fillOne !== undefined) return () => true;
  const there = stepsWithValues(many, count);
  const others = stepsWithValues(one, count);
  return (step) => there[step] === 1 && others[step] === 1;
}
