import { type LabelUse, labelUses } from "../src/analysis/labels/named-labels.js";
import { renameLabel } from "../src/analysis/labels/rename-label.js";
import { metricOf, selectedType } from "../src/analysis/selectors.js";
import { labelNames } from "../src/lint/options.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import {
  labelExporters,
  isRemovedSomewhere,
  type LabelRemoval,
  labelRemovalOf,
} from "../src/metrics/removed-labels.js";
import type { VectorSelector } from "../src/syntax/ast.js";

export const removedLabel = defineRule({
  id: "removed-label",
  summary: "An exporter no longer gives a label under this name",
  category: "labels",
  severity: "warning",
  subject: "query",
  options: {
    exceptLabels: labelNames("Former labels that you still have, such as those that relabeling adds"),
    exceptExporters: {
      type: "array",
      items: { type: "string", enum: labelExporters },
      description: "Exporters that you run in an older version",
      default: [],
    },
  },

  *check(query, { exceptLabels, exceptExporters }) {
    for (const use of labelUses(query.root, isRemovedSomewhere)) {
      const { label, beside } = use;
      const removal = removalFor(use, query);
      if (!removal || beside.has(removal.to)) continue;
      if (exceptExporters.includes(removal.exporter) || exceptLabels.includes(label.text)) continue;

      const { exporter, version, to, change } = removal;
      yield {
        at: label.span,
        message: `no series has the label \`${label.text}\`: ${exporter} ${version} and later call it \`${to}\``,
        ...(change === undefined
          ? { fixes: [{ title: `Use \`${to}\``, safety: "review", edits: [renameLabel(label, to, query.text)] }] }
          : { help: `use \`${to}\`, ${change}` }),
      };
    }
  },
});

/** What a label is called now in all series that are to have it. */
function removalFor({ label, selectors }: LabelUse, query: Query): LabelRemoval | undefined {
  let found: LabelRemoval | undefined;
  for (const selector of selectors) {
    const removal = removalFrom(selector, label.text, query);
    if (!removal || (found && removal.to !== found.to)) return undefined;
    found ??= removal;
  }
  return found;
}

function removalFrom(selector: VectorSelector, label: string, query: Query): LabelRemoval | undefined {
  const metric = metricOf(selector);
  if (!metric || selectedType(selector, query)?.metric?.labels?.includes(label)) return undefined;
  return labelRemovalOf(label, metric.text);
}
