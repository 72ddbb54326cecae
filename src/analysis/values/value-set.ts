/**
 * The values that a label may have: `only` those listed, or all `except` those listed. The empty value stands for a
 * series without the label, as in PromQL.
 */
export interface ValueSet {
  readonly kind: "only" | "except";
  readonly values: ReadonlySet<string>;
}

/** Any value, or none. */
export const anyValue: ValueSet = { kind: "except", values: new Set() };

/** Any value, but the label is there. */
export const someValue: ValueSet = { kind: "except", values: new Set([""]) };

/** The label is not there. */
export const noValue: ValueSet = { kind: "only", values: new Set([""]) };

/** One of the given values. */
export function onlyValues(...values: readonly string[]): ValueSet {
  return bounded({ kind: "only", values: new Set(values) });
}

/** None of the given values. */
export function exceptValues(...values: readonly string[]): ValueSet {
  return bounded({ kind: "except", values: new Set(values) });
}

/** Whether a value is among them. */
export function mayBe({ kind, values }: ValueSet, value: string): boolean {
  return values.has(value) === (kind === "only");
}

/** Whether no value fulfils all conditions, so that no series does. */
export function isEmpty({ kind, values }: ValueSet): boolean {
  return kind === "only" && values.size === 0;
}

/** The values that are in both. */
export function intersect(a: ValueSet, b: ValueSet): ValueSet {
  if (isAny(b) || a === b) return a;
  if (isAny(a)) return b;
  if (a.kind === "only") return { kind: "only", values: filtered(a, b) };
  if (b.kind === "only") return { kind: "only", values: filtered(b, a) };
  return bounded({ kind: "except", values: new Set([...a.values, ...b.values]) });
}

/** The values that are in one of them at least. */
export function unite(a: ValueSet, b: ValueSet): ValueSet {
  if (isAny(a) || a === b) return a;
  if (isAny(b)) return b;
  if (a.kind === "only" && b.kind === "only") return bounded({ kind: "only", values: union(a, b) });
  if (a.kind === "except" && b.kind === "except") {
    return { kind: "except", values: new Set([...a.values].filter((value) => b.values.has(value))) };
  }
  const [only, except] = a.kind === "only" ? [a, b] : [b, a];
  return { kind: "except", values: new Set([...except.values].filter((value) => !only.values.has(value))) };
}

function isAny({ kind, values }: ValueSet): boolean {
  return kind === "except" && values.size === 0;
}

function filtered(set: ValueSet, by: ValueSet): ReadonlySet<string> {
  return new Set([...set.values].filter((value) => mayBe(by, value)));
}

function union(a: ValueSet, b: ValueSet): ReadonlySet<string> {
  return new Set([...a.values, ...b.values]);
}

const maxValues = 64;

/** A long list is widened, so that long queries stay cheap; whether the empty value is among them stays right. */
function bounded(set: ValueSet): ValueSet {
  if (set.values.size <= maxValues) return set;
  return mayBe(set, "") ? anyValue : someValue;
}
