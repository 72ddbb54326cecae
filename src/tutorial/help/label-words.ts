import { listInWords } from "../../analysis/words.js";
import { metricName } from "../../promql/labels.js";
import { namedCount } from "../../query/named-count.js";
import type { Expr } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";
import type { LabelsDifference } from "./difference.js";
import type { Words } from "./words.js";

/** Labels of a query's result that are not those wanted. */
export function labelsWords(
  { extra, apart, missing, got, wanted }: LabelsDifference,
  root: Expr,
  answer: Expr | null,
): Words {
  const aggregates = nodesOf(root, "Aggregation").length > 0;
  const joins = answer !== null && nodesOf(answer, "Binary").some(({ matching }) => matching !== undefined);
  if (missing.includes(metricName)) {
    return {
      message: "your result lacks the name of the metric",
      help: "functions, aggregations and arithmetic take it away, and comparisons keep it",
    };
  }
  const counts = got === wanted ? `${got}, as wanted` : `${got} where ${wanted} ${wanted === 1 ? "is" : "are"} wanted`;
  const it = (labels: readonly string[]) => (labels.length > 1 ? "them" : "it");
  if (missing.length === 0 && apart.length > 0) {
    const help = aggregates
      ? "of an aggregation, only those labels stay that `by (…)` names, and without it none"
      : "put an aggregation around it, such as `sum(…)`, which adds up series; `sum by (label) (…)` adds up those with the same `label`";
    return { message: `your result has one series per ${fewLabels(apart)}: ${counts}`, help };
  }
  if (missing.length === 0 && got > wanted && !aggregates) {
    const message = `your result has ${got} series, where ${wanted} ${wanted === 1 ? "is" : "are"} wanted`;
    return { message, help: "choose series with matchers in braces" };
  }
  if (missing.length === 0) {
    const message = `your result has labels that are not wanted: ${fewLabels(extra)}`;
    return { message, help: unwantedHelp(extra, root, aggregates) };
  }
  if (extra.length === 0) {
    const lost = apart.length > 0 ? apart : missing;
    const help = aggregates
      ? `keep ${it(lost)}: name ${it(lost)} in \`by (…)\`${joins ? `, or take ${it(lost)} over in a join` : ""}`
      : `is it the metric that the goal speaks of?${joins ? ` A join can take ${it(lost)} over from another one` : ""}`;
    return { message: `your result lacks ${labelNoun(missing, apart)}: its series are ${counts}`, help };
  }
  return {
    message: `your result has ${labelNoun(extra)}, where ${fewLabels(missing)} ${isOrAre(missing)} wanted: its series are ${counts}`,
    help: aggregates ? "the labels in `by (…)` are those that stay" : "is it the metric that the goal speaks of?",
  };
}

/** How labels go that are not wanted, and that do not part series. */
function unwantedHelp(extra: readonly string[], root: Expr, aggregates: boolean): string {
  const kept = nodesOf(root, "Binary").some(({ matching }) => {
    return matching?.mode.text === "on" && !matching.group && matching.labels.some(({ text }) => extra.includes(text));
  });
  if (kept) return "of two sides that find each other with `on (…)`, only those labels stay that it names";
  if (nodesOf(root, "Aggregation").some(({ grouping }) => grouping?.mode.text === "without")) {
    return "`without (…)` keeps all labels but those that it names; `by (…)` keeps only those";
  }
  const which = "only those labels stay that you name, and without it none";
  return aggregates ? `with \`by (…)\` ${which}` : `an aggregation leaves out labels: with \`by (…)\` ${which}`;
}

/** What a tree says of the labels of its result, and of those that are wanted. */
interface TreeLabels extends Pick<LabelsDifference, "extra" | "missing"> {
  /** Whether it keeps every label, where only some are wanted. */
  readonly keepsAll: boolean;
  /** Whether it keeps no label, where those of the series are wanted. */
  readonly keepsNone: boolean;
  /** The labels that are wanted, as far as they are known. */
  readonly wanted: readonly string[];
}

/** Labels that are not those wanted, where the series are not known with which to compare. */
export function labelTreeWords({ extra, missing, keepsAll, keepsNone, wanted }: TreeLabels): Words {
  const only = wanted.length === 0 ? "none is wanted" : `only ${labelList(wanted)} ${isOrAre(wanted)} wanted`;
  if (keepsNone) return { message: "your result has no labels, where those of the series are wanted" };
  if (keepsAll) return { message: `your result keeps every label of its series, where ${only}` };
  if (missing.length === 0) return { message: `your result has labels that are not wanted: ${labelList(extra)}` };
  if (extra.length === 0) return { message: `your result lacks ${labelNoun(missing)}` };
  return { message: `your result has ${labelNoun(extra)}, where ${labelList(missing)} ${isOrAre(missing)} wanted` };
}

function isOrAre(labels: readonly string[]): string {
  return labels.length > 1 ? "are" : "is";
}

function labelNoun(labels: readonly string[], first: readonly string[] = []): string {
  return `the label${labels.length > 1 ? "s" : ""} ${fewLabels(labels, first)}`;
}

/** Longer lists are cut. */
const mostNamed = 4;

/** Labels in a sentence, of many only some, those that matter first. */
function fewLabels(labels: readonly string[], first: readonly string[] = []): string {
  const most = first.length > 0 ? Math.min(first.length, mostNamed) : mostNamed;
  const count = labels.length <= mostNamed ? labels.length : namedCount(labels.length, most);
  const named = [...new Set([...first, ...labels])].slice(0, count);
  const rest = labels.length - count;
  return rest > 0 ? `${named.map((label) => `\`${label}\``).join(", ")} and ${rest} more` : labelList(labels);
}

function labelList(labels: readonly string[]): string {
  return listInWords(labels.map((label) => `\`${label}\``));
}
