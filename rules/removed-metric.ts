import { metricOf } from "../src/analysis/selectors.js";
import { simplestMatcher } from "../src/analysis/simplest-matcher.js";
import { metricNames } from "../src/lint/options.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import { exporters, type Removal, removalOf, type Successor } from "../src/metrics/removed.js";
import { seriesType } from "../src/metrics/series-type.js";
import { metricName } from "../src/promql/labels.js";
import { matchesSome } from "../src/promql/name-pattern.js";
import type { Kind, Node, Token, VectorSelector } from "../src/syntax/ast.js";
import type { Edit } from "../src/syntax/problem.js";
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
    const names = new Set(selectors.map((selector) => nameOf(selector)?.text));
    for (const selector of selectors) {
      const metric = nameOf(selector);
      const removal = metric && removalOf(metric.text);
      if (!removal || names.has(removal.successor.name) || isKnown(removal.name, query)) continue;
      if (exceptExporters.includes(removal.exporter) || matchesSome(exceptMetrics, removal.name)) continue;

      const { exporter, version, successor } = removal;
      const advice = adviceOn(successor);
      yield {
        at: metric.span,
        message: `\`${metric.text}\` selects nothing: ${exporter} ${version} and later call it \`${inWords(successor)}\``,
        ...(advice && { help: `use \`${inWords(successor)}\`, ${advice}` }),
        ...(successor.change === undefined && {
          fixes: [
            {
              title: `Use \`${inWords(successor)}\``,
              safety: "review",
              edits: rename(selector, metric, removal, query),
            },
          ],
        }),
      };
    }
  },
});

/** The name that a selector asks for, however it is written. */
function nameOf(selector: VectorSelector): Token | undefined {
  const metric = metricOf(selector);
  const names = selector.matchers.filter(({ label }) => label.text === metricName);
  const [name] = names;
  if (metric || !name || names.length > 1) return metric;
  const condition = simplestMatcher(name);
  return condition?.op === "=" ? { text: condition.value, span: name.valueToken.span } : undefined;
}

/** Whether somebody says that the metric exists after all. */
function isKnown(name: string, { metrics }: Query): boolean {
  return seriesType(name, metrics).how === "table";
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

function inWords({ name, matcher }: Successor): string {
  return matcher ? `${name}{${matcherText(matcher)}}` : name;
}

function matcherText({ label, value }: NonNullable<Successor["matcher"]>): string {
  return `${label}="${value}"`;
}

/** The new name in the place of the old one, in quotes where that is; its matcher, and a label with another name. */
function rename(
  { braces, matchers }: VectorSelector,
  { span }: Token,
  { successor }: Removal,
  { text }: Query,
): Edit[] {
  const { name, matcher, label } = successor;
  const [quote = ""] = /^["'`]/.exec(text.slice(span.from, span.to)) ?? [];
  const insert = quote + name + quote;
  const renamed = matchers.filter((each) => each.label.text === label?.from).map((each) => each.label.span);
  if (!matcher) return [{ ...span, insert }, ...renamed.map((at) => ({ ...at, insert: label?.to ?? "" }))];
  if (!braces) return [{ ...span, insert: inWords(successor) }];
  if (span.from > braces.from) return [{ ...span, insert: `${insert}, ${matcherText(matcher)}` }];
  const at = braces.from + 1;
  return [
    { ...span, insert },
    { from: at, to: at, insert: matcherText(matcher) + (matchers.length > 0 ? ", " : "") },
  ];
}
