import { type LabelUse, labelUses } from "../src/analysis/labels/named-labels.js";
import { renameLabel } from "../src/analysis/labels/rename-label.js";
import { metricOf, selectedType } from "../src/analysis/selectors.js";
import { listInWords } from "../src/analysis/words.js";
import { labelNames } from "../src/lint/options.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import { labelsOfPart } from "../src/metrics/series-type.js";
import { labelRemovalOf } from "../src/metrics/removed-labels.js";
import { metricName } from "../src/promql/labels.js";
import { isAlike } from "../src/promql/spelling.js";
import type { VectorSelector } from "../src/syntax/ast.js";

export const unknownLabel = defineRule({
  id: "unknown-label",
  summary: "A misspelt label is one that no series has",
  category: "labels",
  severity: "warning",
  subject: "query",
  options: {
    exceptLabels: labelNames("Labels that exist all the same, such as those that relabeling adds"),
  },

  *check(query, { exceptLabels }) {
    for (const use of labelUses(query.root, (name) => !mayBeOfTarget(name))) {
      const { label, selectors } = use;
      if (exceptLabels.includes(label.text)) continue;

      const meant = labelMeant(use, query);
      if (meant === undefined) continue;
      const names = [...new Set(selectors.map((selector) => `\`${metricOf(selector)?.text ?? ""}\``))];
      yield {
        at: label.span,
        message: `${listInWords(names)} ${names.length === 1 ? "has" : "have"} no label \`${label.text}\``,
        fixes: [{ title: `Use \`${meant}\``, safety: "review", edits: [renameLabel(label, meant, query.text)] }],
      };
    }
  },
});

/** The one label that is alike, in all series that are to have it. */
function labelMeant({ label, selectors, beside }: LabelUse, query: Query): string | undefined {
  let meant: string | undefined;
  for (const selector of selectors) {
    const alike = labelAlike(label.text, selector, query);
    if (alike === undefined || (meant !== undefined && alike !== meant)) return undefined;
    meant = alike;
  }
  return meant === undefined || beside.has(meant) ? undefined : meant;
}

function labelAlike(label: string, selector: VectorSelector, query: Query): string | undefined {
  const series = selectedType(selector, query);
  if (!series?.metric?.labels || series.metric.labels.includes(label)) return undefined;
  const labels = [...series.metric.labels, ...labelsOfPart(series), "instance", "job"];
  if (labels.includes(label) || labelRemovalOf(label, metricOf(selector)?.text ?? "")) return undefined;
  const alike = labels.filter((known) => isAlike(label, known));
  return alike.length === 1 ? alike[0] : undefined;
}

function mayBeOfTarget(label: string): boolean {
  return ofTargets.has(label) || label.startsWith("exported_");
}

/** Labels that targets often get: of one of them nobody can tell that it is not there. */
const ofTargets: ReadonlySet<string> = new Set([
  metricName,
  ..."account app application cluster component container customer datacenter dc endpoint env environment".split(" "),
  ..."group host hostname instance job location name namespace node node_name nodename pod project region".split(" "),
  ..."role server service site stage team tenant type zone".split(" "),
]);
