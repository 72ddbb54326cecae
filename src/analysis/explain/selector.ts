import { metricName } from "../../promql/labels.js";
import type { Metrics } from "../../metrics/metrics.js";
import { isCumulative, type SeriesType } from "../../metrics/series-type.js";
import type { LabelMatcher, Modifiers, RangeSelector, Subquery, VectorSelector } from "../../syntax/ast.js";
import { metricOf, selectedType } from "../selectors.js";
import { durationInWords, listInWords } from "../words.js";

/** What a selector gives, in a sentence. */
export function explainSelector(node: VectorSelector, metrics: Metrics): string {
  const time = timeInWords(node);
  const value = time ? `The value${time} of` : "The latest value of";
  return `${value} each series ${seriesInWords(node, metrics)}${extensionInWords(node)}`;
}

/** What a range selector gives, in a sentence. */
export function explainRange(node: RangeSelector, metrics: Metrics): string {
  const series = seriesInWords(node.vector, metrics);
  return `The samples ${rangeInWords(node)}, of each series ${series}${extensionInWords(node)}`;
}

/** What a subquery gives, in a sentence. */
export function explainSubquery(node: Subquery): string {
  const step = node.step ? `in steps of ${durationInWords(node.step)}` : "in steps of the server's evaluation interval";
  return `The results ${rangeInWords(node)}, ${step}`;
}

function rangeInWords(node: RangeSelector | Subquery): string {
  const range = durationInWords(node.range);
  const time = timeInWords(node);
  return time ? `of the ${range} up to${time.replace(/^ at/, "")}` : `of the last ${range}`;
}

function timeInWords({ offset, at }: Modifiers): string {
  const moment = at && momentInWords(at.time);
  if (!offset) return moment ? ` at ${moment}` : "";
  const { duration } = offset;
  const isLater = duration.kind === "DurationLiteral" && duration.seconds < 0;
  const distance = durationInWords(duration);
  if (moment) return ` ${distance} ${isLater ? "after" : "before"} ${moment}`;
  return isLater ? ` ${distance} later` : ` ${distance} ago`;
}

function momentInWords(time: number | "start" | "end"): string {
  if (typeof time !== "number") return `the ${time} of the query's time range`;
  const date = new Date(time * 1000);
  return Number.isNaN(date.getTime()) ? `the time ${time}` : date.toISOString().replace(/\.000Z$/, "Z");
}

function extensionInWords({ extension }: VectorSelector | RangeSelector): string {
  if (!extension) return "";
  const how = { anchored: "the last value before each edge", smoothed: "an estimate of the value at each edge" };
  return `, with ${how[extension.text]} of the range`;
}

function seriesInWords(selector: VectorSelector, metrics: Metrics): string {
  const metric = metricOf(selector);
  const named = metric ? `of \`${metric.text}\`` : selector.metric ? `of \`${selector.metric.text}\`` : "of any metric";
  const type = selectedType(selector, { metrics });
  const conditions = selector.matchers.filter(({ label }) => !metric || label.text !== metricName).map(matcherInWords);
  const about = type ? typeInWords(type) : "";
  return named + (about && ` (${about})`) + (conditions.length > 0 ? ` ${listInWords(conditions)}` : "");
}

function typeInWords(series: SeriesType): string {
  const { type, part, how, metric } = series;
  if (type === "unknown" && part === "value") return metric?.help ?? "";
  const kind = part === "value" ? withArticle(type) : partInWords(series);
  const unit = metric?.unit && part !== "count" ? ` in ${metric.unit}` : "";
  const grows = type === "gauge" && isCumulative(series) ? " that only goes up" : "";
  const help = metric?.help ? `: ${metric.help}` : "";
  return `${how === "name" ? "by its name " : ""}${kind}${unit}${grows}${help}`;
}

function partInWords({ type, part }: SeriesType): string {
  const family = type === "unknown" ? "a histogram or summary" : withArticle(type);
  return `the ${part}${part === "bucket" ? "s" : ""} of ${family}`;
}

function withArticle(type: SeriesType["type"]): string {
  return `${type === "info" ? "an" : "a"} ${type}${type === "info" ? " metric" : ""}`;
}

function matcherInWords({ label, op, value, valueToken, span }: LabelMatcher): string {
  if (span.to === label.span.to) return `that \`${label.text}\` stands for`;
  const name = label.text === metricName ? "name" : `\`${label.text}\``;
  if (value === "" && op.text === "=") return `that have no ${name}`;
  if (value === "" && op.text === "!=") return `that have a ${name}`;
  switch (op.text) {
    case "=":
      return `whose ${name} is \`${value}\``;
    case "!=":
      return `whose ${name} is not \`${value}\``;
    case "=~":
      return `whose whole ${name} matches ${valueToken.text}`;
    case "!~":
      return `whose whole ${name} does not match ${valueToken.text}`;
  }
}
