import { bucketsOf } from "../src/analysis/buckets.js";
import { selectedType } from "../src/analysis/selectors.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import { quote } from "../src/promql/strings.js";
import type { LabelMatcher, VectorSelector } from "../src/syntax/ast.js";
import type { Fix } from "../src/syntax/problem.js";
import { nodesOf } from "../src/syntax/walk.js";

export const integerBucketLabel = defineRule({
  id: "integer-bucket-label",
  summary: "Prometheus 3 stores the labels `le` and `quantile` as `1.0` where an exporter writes `1`",
  category: "histograms",
  severity: "warning",
  subject: "query",
  needs: "LabelMatcher",

  *check(query) {
    for (const selector of nodesOf(query.root, "VectorSelector")) {
      for (const matcher of selector.matchers) {
        if (matcher.valueToken.variable || !isNormalised(matcher.label.text, selector, query)) continue;

        const missed = missedValues(matcher);
        const [first] = missed;
        if (first === undefined) continue;

        const { label, op, valueToken } = matcher;
        const consequence = op.text.startsWith("!") ? "excludes" : "matches";
        yield {
          at: valueToken.span,
          message: `Prometheus 3 stores \`${label.text}="${first}"\` as \`${label.text}="${stored(first)}"\`, so \`${first}\` ${consequence} no series`,
          fixes: [matchBoth(matcher, missed)],
        };
      }
    }
  },
});

/** Bounds of histograms and quantiles of summaries; on other metrics the labels stay as they are. */
function isNormalised(label: string, selector: VectorSelector, query: Query): boolean {
  if (label !== "le" && label !== "quantile") return false;
  const series = selectedType(selector, query);
  if (label === "le") return !series || series.type === "unknown" || bucketsOf(selector, query) !== undefined;
  return !series || series.type === "unknown" || (series.type === "summary" && series.part === "value");
}

/** The whole numbers that a matcher names and of whose stored form it knows nothing. */
function missedValues({ op, value }: LabelMatcher): readonly string[] {
  if (op.text === "=" || op.text === "!=") return /^\d+$/.test(value) ? [value] : [];
  if (!/^[\d.|\\]+$/.test(value) || /\\(?!\.)/.test(value)) return [];
  const pattern = new RegExp(`^(?:${value})$`);
  return value.split("|").filter((alternative) => /^\d+$/.test(alternative) && !pattern.test(stored(alternative)));
}

/** As OpenMetrics writes a number: `1.0`, and from a million on `1e+06`. */
function stored(integer: string): string {
  const value = Number(integer);
  return value < 1e6 ? `${value}.0` : value.toExponential().replace(/\+(\d)$/, "+0$1");
}

function matchBoth({ op, value, valueToken }: LabelMatcher, missed: readonly string[]): Fix {
  const isNegative = op.text.startsWith("!");
  const pattern = [value, ...missed.map((each) => stored(each).replace(/[.+]/g, "\\$&"))].join("|");
  return {
    title: "Match what every version stores",
    safety: "review",
    edits: [
      { ...op.span, insert: isNegative ? "!~" : "=~" },
      { ...valueToken.span, insert: quote(pattern) },
    ],
  };
}
