import { metricName } from "../promql/labels.js";
import type { Aggregation, Token } from "../syntax/ast.js";
import { printLabelList } from "./words.js";

/** How one aggregation makes the groups that two make one after the other. */
export interface JointGrouping {
  /** Whether it is the grouping of the outer one as it stands. */
  readonly isOuter: boolean;
  /** ` by (job)`, or nothing where all is one group. */
  readonly text: string;
}

/**
 * The grouping that makes the groups of an aggregation of what another one gives, from what that one is given. Nothing
 * where the inner one takes away a label by which the outer one groups, or where a Grafana variable hides that.
 */
export function jointGrouping(outer: Aggregation, inner: Aggregation): JointGrouping | undefined {
  const { modes, listed, kept } = groupingsOf(outer, inner);
  if (modes.outer === "by") {
    const covers = modes.inner === "by" ? isSubset(listed, kept) : isDisjoint(listed, [...kept, { text: metricName }]);
    return covers ? { isOuter: true, text: textOf("by", listed) } : undefined;
  }
  if ([...listed, ...kept].some(({ variable }) => variable)) return undefined;
  if (modes.inner === "without") return { isOuter: false, text: textOf("without", union(kept, listed)) };
  const gone = new Set([metricName, ...listed.map(({ text }) => text)]);
  return {
    isOuter: false,
    text: textOf(
      "by",
      kept.filter(({ text }) => !gone.has(text)),
    ),
  };
}

type Label = Pick<Token, "text" | "variable">;

/** No list of labels is an empty one after `by`. */
function groupingsOf(outer: Aggregation, inner: Aggregation) {
  return {
    modes: { outer: outer.grouping?.mode.text ?? "by", inner: inner.grouping?.mode.text ?? "by" },
    listed: outer.grouping?.labels ?? [],
    kept: inner.grouping?.labels ?? [],
  };
}

/** A variable stands for the same labels wherever it stands. */
function isSubset(labels: readonly Label[], of: readonly Label[]): boolean {
  const names = namesOf(of);
  return labels.every(({ text }) => names.has(text));
}

function isDisjoint(labels: readonly Label[], others: readonly Label[]): boolean {
  const names = namesOf(others);
  const hasVariable = [...labels, ...others].some(({ variable }) => variable);
  return labels.length === 0 || (!hasVariable && labels.every(({ text }) => !names.has(text)));
}

function union(a: readonly Label[], b: readonly Label[]): readonly Label[] {
  const names = namesOf(a);
  return [...a, ...b.filter(({ text }) => !names.has(text))];
}

function namesOf(labels: readonly Label[]): ReadonlySet<string> {
  return new Set(labels.map(({ text }) => text));
}

function textOf(mode: "by" | "without", labels: readonly Label[]): string {
  if (mode === "by" && labels.length === 0) return "";
  return `${mode} (${printLabelList(labels.map(({ text }) => text))})`;
}
