import { infoSelectors } from "../src/analysis/labels/info-selectors.js";
import { defineRule } from "../src/lint/rule.js";
import { withoutAnchors } from "../src/promql/anchors.js";
import { metricName } from "../src/promql/labels.js";
import type { LabelMatcher } from "../src/syntax/ast.js";
import { print } from "../src/syntax/print.js";
import { nodesOf } from "../src/syntax/walk.js";

export const namelessSelector = defineRule({
  id: "nameless-selector",
  summary: "A selector that names no metric reads the series of all metrics",
  category: "cost",
  severity: "info",
  subject: "query",

  *check({ root }) {
    for (const selector of nodesOf(root, "VectorSelector")) {
      const { metric, matchers, span } = selector;
      if (metric || matchers.some(mayNameMetric) || infoSelectors(root).has(selector)) continue;

      yield {
        at: selector.braces ?? span,
        message: `\`${print({ ...selector, span })}\` names no metric, so the series of every metric are searched`,
        help: "name the metric",
      };
    }
  },
});

/** A pattern that matches every name, and a name that is left out, name none. */
function mayNameMetric({ label, op, value, valueToken }: LabelMatcher): boolean {
  if (label.variable) return true;
  if (label.text !== metricName) return false;
  if (valueToken.variable || op.text === "=") return true;
  return op.text === "=~" && !matchesAnything.has(withoutAnchors(value));
}

const matchesAnything: ReadonlySet<string> = new Set([".*", ".+"]);
