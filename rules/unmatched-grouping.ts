import { type Branch, labelOf, live } from "../src/analysis/labels/branch.js";
import { type Cause, isImpossible } from "../src/analysis/labels/label-fact.js";
import { labels } from "../src/analysis/labels/labels.js";
import { holding, readsAbsence } from "../src/analysis/marks.js";
import { matchConflict, matchesVectors } from "../src/analysis/labels/match-conflict.js";
import { otherThanMetric } from "../src/analysis/misread-name.js";
import { defineRule } from "../src/lint/rule.js";
import { metricName } from "../src/promql/labels.js";
import type { Expr, Grouping, VectorMatching, VectorSelector } from "../src/syntax/ast.js";
import type { Span } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const unmatchedGrouping = defineRule({
  id: "unmatched-grouping",
  summary: "A side that has a label seldom matches one that has aggregated it away",
  category: "matching",
  severity: "warning",
  subject: "query",
  needs: "Binary",
  options: {
    scrapedLabels: {
      type: "array",
      items: { type: "string" },
      description: "Labels that every scraped series has",
      default: ["instance", "job"],
    },
  },

  *check({ root }, { scrapedLabels }) {
    const holdsAbsence = holding(root, "Call", readsAbsence);
    const holdsUnknown = [
      holding(root, "VectorSelector", mayBeAggregated),
      holding(root, "Aggregation", ({ grouping }) => hasVariable(grouping)),
      holding(root, "Binary", ({ matching }) => hasVariable(matching)),
    ];
    for (const binary of nodesOf(root, "Binary")) {
      const { op, left, right, fill } = binary;
      if (op.text === "or" || binary.matching || fill || !matchesVectors(binary)) continue;
      if (holdsUnknown.some((holds) => holds(binary.span)) || matchConflict(binary)) continue;

      const difference = differenceOf(left, right, scrapedLabels, holdsAbsence);
      if (!difference) continue;

      const { label, kept, lost } = difference;
      yield {
        at: op.span,
        message: `one side has \`${label}\` and the other has not, so \`${op.text}\` most likely finds no match`,
        help: "group both sides by the same labels, or name those that match with `on`",
        because: [
          { at: kept.span, message: kept.why },
          { at: lost.span, message: lost.why },
        ],
      };
    }
  },
});

/** A label that one side has and the other has not, and where that comes from. */
interface Difference {
  readonly label: string;
  readonly kept: Cause;
  readonly lost: Cause;
}

/** That of the first branches, if no branch of one side is likely to match any of the other. */
function differenceOf(
  left: Expr,
  right: Expr,
  scraped: readonly string[],
  holdsAbsence: (span: Span) => boolean,
): Difference | undefined {
  const [isLeftKept, isRightKept] = [!holdsAbsence(left.span), !holdsAbsence(right.span)];
  const pairs = live(labels(left)).flatMap((a) =>
    live(labels(right)).map(
      (b) => (isLeftKept ? lostIn(a, b, scraped) : undefined) ?? (isRightKept ? lostIn(b, a, scraped) : undefined),
    ),
  );
  return pairs.every(Boolean) ? pairs[0] : undefined;
}

/** A label that only one of two branches has. */
function lostIn(kept: Branch, lost: Branch, scraped: readonly string[]): Difference | undefined {
  if (!isImpossible(lost.others)) return undefined;
  for (const label of new Set([...kept.labels.keys(), ...(isImpossible(kept.others) ? [] : scraped)])) {
    const [fact, other] = [labelOf(kept, label), labelOf(lost, label)];
    if (label === metricName || fact.presence !== "possible" || !isImpossible(other)) continue;
    const why = kept.labels.has(label) ? fact.why : `series that are scraped have \`${label}\``;
    return { label, kept: { why, span: fact.span }, lost: other };
  }
  return undefined;
}

/** Whether a variable stands for labels. */
function hasVariable(list: Grouping | VectorMatching | undefined): boolean {
  return list?.labels.some(({ variable }) => variable) === true;
}

/** Whether a name was hardly meant to be a metric, or series are read that may have been aggregated when they were recorded. */
function mayBeAggregated(selector: VectorSelector): boolean {
  const { metric } = selector;
  return (
    !metric ||
    metric.variable === true ||
    otherThanMetric(selector) !== undefined ||
    metric.text.includes(":") ||
    metric.text.startsWith("ALERTS")
  );
}
