import { formatDuration } from "../promql/durations.js";
import { isLegacyMetric, metricName } from "../promql/labels.js";
import type { LabelMatcher, VectorSelector } from "../syntax/ast.js";
import { print } from "../syntax/print.js";
import { matchesEmptyText } from "./matchers/empty-pattern.js";
import type { Reading } from "./readings.js";
import { selectedName } from "./labels/selected-name.js";
import { simplestMatcher } from "./matchers/simplest-matcher.js";

/** How long a server looks back for a sample of a series, in seconds, unless it is told otherwise. */
const lookback = 300;

/** What a server can be asked about a selector, as texts in canonical form. Nothing in them is a variable. */
export interface Selections {
  readonly metric: string;
  /** The series of the metric. */
  readonly ofMetric: string;
  /** The series that fulfil all matchers. */
  readonly all: string;
  /** Where the query looks back farther than for an instant: the series that had a sample within its range. */
  readonly inRange?: string;
  /** The matchers that ask for a value, each with the series that fulfil it alone. */
  readonly alone: readonly AloneMatcher[];
}

/** A matcher that a series without the label does not fulfil. */
export interface AloneMatcher {
  readonly matcher: LabelMatcher;
  readonly selection: string;
}

/**
 * What to ask about the series that a query reads now; nothing for a selector without a single name, and where the query
 * reads what was long ago. Matchers with variables are left out, so that more series are asked for, and never fewer.
 */
export function selectionsOf({ selector, window = 0, offset }: Reading): Selections | undefined {
  const metric = selectedName(selector);
  if (!metric || offset !== 0) return undefined;
  const known = matchersOf(selector);
  const all = selectionOf(metric.text, known);
  return {
    metric: metric.text,
    ofMetric: selectionOf(metric.text, []),
    all,
    ...(window > lookback && { inRange: `last_over_time(${all}[${formatDuration(window)}])` }),
    alone: known.filter(asksForValue).map((matcher) => ({ matcher, selection: selectionOf(metric.text, [matcher]) })),
  };
}

/** The series of a selector as they are now, as a text to ask for; nothing for one whose name is a variable. */
export function seriesNow(selector: VectorSelector): string | undefined {
  if (selector.metric?.variable) return undefined;
  const matchers = selector.matchers.filter((matcher) => simplestMatcher(matcher) !== undefined);
  if (!selector.metric && matchers.length === 0) return undefined;
  return printed({ ...(selector.metric && { metric: selector.metric }), matchers });
}

function matchersOf({ matchers }: VectorSelector): readonly LabelMatcher[] {
  return matchers.filter((matcher) => matcher.label.text !== metricName && simplestMatcher(matcher) !== undefined);
}

function selectionOf(metric: string, matchers: readonly LabelMatcher[]): string {
  return printed({ metric: { text: metric, span: nowhere }, matchers });
}

/** A name that needs quotes stands within the braces. */
function printed({ metric, matchers }: Pick<VectorSelector, "metric" | "matchers">): string {
  const name = metric && { text: metric.text, span: nowhere };
  const isQuoted = name && !isLegacyMetric(name.text);
  return print({
    kind: "VectorSelector",
    span: nowhere,
    matchers,
    ...(name && { metric: name }),
    ...(isQuoted && { braces: nowhere }),
  });
}

const nowhere = { from: 0, to: 0 };

function asksForValue({ op, value }: LabelMatcher): boolean {
  switch (op.text) {
    case "=":
      return value !== "";
    case "=~":
      return !matchesEmptyText(value);
    case "!=":
    case "!~":
      return false;
  }
}
