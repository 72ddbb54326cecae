import { metricName } from "../../promql/labels.js";
import type { BinaryOperator } from "../../promql/operators.js";
import type { Span } from "../../syntax/problem.js";
import { type Cause, eitherFact, fact, isImpossible, type LabelFact, maybeRemoved } from "./label-fact.js";
import { anyValue, noValue } from "../values/value-set.js";

/** A comparison or another filter, for which an expression may return nothing. */
export interface Condition {
  /** As if the filtered series stood on the left: `5 < x` is `>`. */
  readonly op: BinaryOperator | "absent";
  /** What they are compared with, where it is always the same number. */
  readonly constant?: number;
  /** The operator or function. */
  readonly span: Span;
}

/**
 * Series that an expression may return, of which the same is known. Only `or` makes several branches of one. A scalar is
 * a series without labels.
 */
export interface Branch {
  /** The part of the query that gives these series. */
  readonly span: Span;
  /** The labels of which something is known. */
  readonly labels: ReadonlyMap<string, LabelFact>;
  /** All other labels: `possible`, or `impossible` where the list of labels is closed. */
  readonly others: LabelFact;
  /**
   * Whether the expression returns something on any data, for the sake of this branch. Series are taken to be numbers,
   * since many functions leave out native histograms.
   */
  readonly alwaysReturns: boolean;
  /** Whether, instead of the series that always returns, one of another branch may be there. */
  readonly replaceable: boolean;
  /** The last filter that the series have passed. */
  readonly condition: Condition | undefined;
  /** The value of every series, where it is always the same. */
  readonly constant: number | undefined;
  /** Why there is never a series. What else is said of the branch then means nothing. */
  readonly never: Cause | undefined;
}

/** A branch about whose labels nothing is known. */
export function openBranch(cause: Cause): Branch {
  return {
    span: cause.span,
    labels: noLabels,
    others: fact(anyValue, cause),
    alwaysReturns: false,
    replaceable: false,
    condition: undefined,
    constant: undefined,
    never: undefined,
  };
}

/** A branch without labels that always returns: a number, `vector(1)`. */
export function labellessBranch(cause: Cause, constant?: number): Branch {
  return {
    span: cause.span,
    labels: noLabels,
    others: fact(noValue, cause),
    alwaysReturns: true,
    replaceable: false,
    condition: undefined,
    constant,
    never: undefined,
  };
}

const noLabels: ReadonlyMap<string, LabelFact> = new Map();

/** What is known of one label of a branch. */
export function labelOf(branch: Branch, name: string): LabelFact {
  return branch.labels.get(name) ?? branch.others;
}

/** A branch with other labels; a long list is given up, so that long queries stay cheap. */
export function withLabels(branch: Branch, labels: ReadonlyMap<string, LabelFact>, others = branch.others): Branch {
  if (labels.size <= maxLabels) return { ...branch, labels, others };
  const open = others.presence === "possible" ? others : fact(anyValue, { ...others, why: "one of many labels" });
  return { ...branch, labels: new Map([...labels].slice(0, maxLabels)), others: open };
}

const maxLabels = 64;

/** A branch with something else known of one label. */
export function withLabel(branch: Branch, name: string, known: LabelFact): Branch {
  return withLabels(branch, new Map(branch.labels).set(name, known));
}

/** A branch whose series have lost the name of their metric. */
export function withoutName(branch: Branch, cause: Cause): Branch {
  if (labelOf(branch, metricName).presence === "impossible") return branch;
  return withLabel(branch, metricName, fact(noValue, cause));
}

/** A branch any of whose labels may have been removed. */
export function withFewerLabels(branch: Branch): Branch {
  const labels = new Map([...branch.labels].map(([name, before]) => [name, maybeRemoved(before)]));
  return withLabels(branch, labels);
}

/** A branch with a known value of all its series, or with none. */
export function withConstant(branch: Branch, constant: number | undefined): Branch {
  return Object.is(branch.constant, constant) ? branch : { ...branch, constant };
}

/** Whether there is at most one series: none has labels. */
export function isLabelless(branch: Branch): boolean {
  return branch.others.presence === "impossible" && [...branch.labels.values()].every(isImpossible);
}

/** A branch that never holds a series. */
export function dead(branch: Branch, never: Cause): Branch {
  return { ...branch, alwaysReturns: false, never };
}

/** The branches that may hold a series. */
export function live(branches: readonly Branch[]): readonly Branch[] {
  return branches.filter(({ never }) => !never);
}

/** One branch that says of all series what is true of each. */
export function joined(first: Branch, ...rest: readonly Branch[]): Branch {
  return rest.reduce(join, first);
}

function join(a: Branch, b: Branch): Branch {
  if (a.never) return b;
  if (b.never) return a;
  const names = new Set([...a.labels.keys(), ...b.labels.keys()]);
  const labels = new Map([...names].map((name) => [name, eitherFact(labelOf(a, name), labelOf(b, name))]));
  return {
    ...withLabels(a, labels, eitherFact(a.others, b.others)),
    span: around(a.span, b.span),
    condition: b.condition && a.condition,
    constant: a.constant === b.constant ? a.constant : undefined,
    alwaysReturns: a.alwaysReturns || b.alwaysReturns,
    replaceable: !(a.alwaysReturns && !a.replaceable) && !(b.alwaysReturns && !b.replaceable),
  };
}

function around(a: Span, b: Span): Span {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

/** Not more branches than are worth the time; the last of them stands for all that follow. */
export function fewBranches(branches: readonly Branch[]): readonly Branch[] {
  const [first, ...rest] = branches.slice(maxBranches - 1);
  return first && rest.length > 0 ? [...branches.slice(0, maxBranches - 1), joined(first, ...rest)] : branches;
}

/** How many branches are told apart. */
export const maxBranches = 32;
