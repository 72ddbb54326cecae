import type { Completion } from "@codemirror/autocomplete";
import type { Metrics } from "../metrics/metrics.js";
import { labelsOfPart, seriesType } from "../metrics/series-type.js";
import { isLegacyLabel, metricName } from "../promql/labels.js";
import { literalPattern } from "../promql/literal-pattern.js";
import { quote } from "../promql/strings.js";

/** How a name or value is written: the quote before the cursor, if any, and the text behind the cursor. */
export interface Surroundings {
  readonly quote: string;
  readonly after: string;
}

/** The labels that the series of a metric have, as far as tables say; those of its target among them. */
export function knownLabels(metric: string | undefined, metrics: Metrics): readonly string[] {
  if (metric === undefined) return [metricName, ...targetLabels];
  const series = seriesType(metric, metrics);
  return [...(series.metric?.labels ?? []), ...labelsOfPart(series), ...targetLabels];
}

const targetLabels = ["job", "instance"];

/** A label to write: those of the metric, then those of its target, then those that are written already. */
export function labelOption(
  label: string,
  used: readonly string[],
  surroundings: Surroundings,
): Completion | undefined {
  const needsQuotes = surroundings.quote !== "" || !isLegacyLabel(label);
  const apply = needsQuotes ? written(label, surroundings) : label;
  if (apply === undefined) return undefined;
  return {
    label,
    type: "property",
    boost: used.includes(label) ? -50 : targetLabels.includes(label) ? -1 : 0,
    ...(apply !== label && { apply }),
  };
}

/** A value of a label to write; in a pattern it stands for itself. */
export function valueOption(value: string, isPattern: boolean, surroundings: Surroundings): Completion | undefined {
  const apply = written(isPattern ? literalPattern(value) : value, surroundings);
  if (value === "" || apply === undefined) return undefined;
  return { label: value, type: "text", ...(apply !== value && { apply }) };
}

/** The rest of a quoted text: what follows its quote, with the closing one where it is missing. */
function written(text: string, { quote: before, after }: Surroundings): string | undefined {
  if (before === "") return quote(text);
  const inside = escapeWithin(text, before);
  return inside === undefined || after.startsWith(before) ? inside : inside + before;
}

function escapeWithin(text: string, mark: string): string | undefined {
  if (mark === "`") return text.includes("`") || text.includes("\r") ? undefined : text;
  const escaped = quote(text).slice(1, -1);
  return mark === '"' ? escaped : escaped.replaceAll('\\"', '"').replaceAll("'", "\\'");
}
