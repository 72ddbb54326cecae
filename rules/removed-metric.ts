import { renameMetric, successorInWords } from "../src/analysis/rename-metric.js";
import { selectedName } from "../src/analysis/labels/selected-name.js";
import { metricNames } from "../src/lint/options.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import { exporters, removalOf } from "../src/metrics/removed.js";
import { namedType } from "../src/analysis/selectors.js";
import type { Successor } from "../src/metrics/successor.js";
import { matchesSome } from "../src/promql/name-pattern.js";
import type { Kind, Node, VectorSelector } from "../src/syntax/ast.js";
import { nodesOf, walk } from "../src/syntax/walk.js";

export const removedMetric = defineRule({
  id: "removed-metric",
  summary: "An exporter no longer gives a metric under this name",
  category: "selectors",
  severity: "warning",
  subject: "query",
  options: {
    exceptMetrics: metricNames("Former names that you still have, such as those of your own recording rules"),
    exceptExporters: {
      type: "array",
      items: { type: "string", enum: exporters },
      description: "Exporters that you run in an older version",
      default: [],
    },
  },

  *check(query, { exceptMetrics, exceptExporters }) {
    if (isTranslation(query)) return;

    const selectors = nodesOf(query.root, "VectorSelector");
    for (const selector of selectors) {
      const metric = selectedName(selector);
      const removal = metric && removalOf(metric.text);
      if (!removal || isAskedFor(removal.successor.name, selectors) || isKnown(removal.name, query)) continue;
      if (exceptExporters.includes(removal.exporter) || matchesSome(exceptMetrics, removal.name)) continue;

      const { exporter, version, successor } = removal;
      const advice = adviceOn(successor);
      yield {
        at: metric.span,
        message: `\`${metric.text}\` selects nothing: ${exporter} ${version} and later call it \`${successorInWords(successor)}\``,
        ...(advice && { help: `use \`${successorInWords(successor)}\`, ${advice}` }),
        ...(successor.change === undefined && {
          fixes: [
            {
              title: `Use \`${successorInWords(successor)}\``,
              safety: "review",
              edits: renameMetric(selector, metric, successor, query.text),
            },
          ],
        }),
      };
    }
  },
});

/** Whether the query asks for the metric under its new name as well. */
function isAskedFor(name: string, selectors: readonly VectorSelector[]): boolean {
  return selectors.some((selector) => selectedName(selector)?.text === name);
}

/** Whether somebody says that the metric exists after all. */
function isKnown(name: string, { metrics, settings }: Query): boolean {
  return settings.recorded?.has(name) === true || namedType(name, metrics).how === "table";
}

/** A recording rule that only gives a metric another name is how both names are kept in use. */
function isTranslation({ root, use }: Query): boolean {
  if (use !== "record") return false;
  const nodes = walk(root);
  return nodes.every(isPartOfTranslation) && nodes.filter(({ kind }) => kind === "VectorSelector").length === 1;
}

function isPartOfTranslation(node: Node): boolean {
  if (node.kind === "Call") return node.name.text === "label_replace" || node.name.text === "label_join";
  return translationKinds.has(node.kind);
}

const translationKinds: ReadonlySet<Kind> = new Set<Kind>([
  "Binary",
  "LabelMatcher",
  "NumberLiteral",
  "Paren",
  "StringLiteral",
  "VectorSelector",
]);

function adviceOn({ label, change }: Successor): string | undefined {
  return label ? `where the label \`${label.from}\` is called \`${label.to}\`` : change;
}
