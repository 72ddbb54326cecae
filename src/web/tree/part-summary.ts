import type { Labels, QueryResult, Sample } from "../../prometheus/index.js";
import { metricName } from "../../promql/labels.js";
import { numberText } from "../../promql/numbers.js";
import { visible } from "../../report/visible.js";
import { histogramText } from "../../results/number.js";
import { quantityText, scaleFor } from "../../results/quantity.js";
import { labelsText, type LabelSplit, nameText, seriesText, splitLabels } from "../../results/series-labels.js";
import { tellingLabels } from "../../results/telling-labels.js";
import { plural } from "../../syntax/plural.js";
import type { PartAnswer } from "./part-state.js";

/** A few series of a result: how each is told from the others, and what it holds. */
export interface Peek {
  readonly series: string;
  readonly value: string;
}

/** What a result is like, in texts that are safe to be shown. */
export interface Summary {
  /** `12 series`, `3 series with 60 samples`, or a value. */
  readonly size: string;
  /** The labels in which series differ, with the number of their values: `pod (12), mode (8)`. */
  readonly differing: string;
  /** The labels that all series share: `job="node"`. */
  readonly shared: string;
  readonly peek: readonly Peek[];
}

/** How many series are shown of a result. */
export const peeked = 5;

/** What the result of a part is like; `unit` is that of its values. */
export function summaryOf({ result, samples }: PartAnswer, unit: string | undefined): Summary {
  if (result.type === "scalar") return onlyValue(valueText(result.sample, unit));
  if (result.type === "string") return onlyValue(visible(JSON.stringify(result.text)));
  const { series } = result;
  const split = splitLabels(series);
  const names = telling(series, split);
  return {
    size: sizeOf(result, samples, unit),
    differing: series.length > 1 ? differingText(series, split.differing) : "",
    shared: series.length === 1 ? labelsOfOnly(series[0]?.labels ?? {}) : sharedText(split.shared),
    peek: peekOf(result, unit).map(({ labels, value }) => ({ series: seriesText(labels, names), value })),
  };
}

/** How many series a result has; nothing for a number and a text. */
export function seriesCount(result: QueryResult): number | undefined {
  return "series" in result ? result.series.length : undefined;
}

function onlyValue(size: string): Summary {
  return { size, differing: "", shared: "", peek: [] };
}

function sizeOf(
  result: Extract<QueryResult, { series: unknown }>,
  samples: number | undefined,
  unit: string | undefined,
): string {
  const { length } = result.series;
  if (length === 0) return "no series";
  const count = plural(length, "series", "series");
  if (result.type === "matrix") {
    const total = result.series.reduce((sum, each) => sum + each.samples.length, 0);
    return `${count}, ${plural(total, "sample")}`;
  }
  if (samples !== undefined) return `${count}, ${plural(samples, "sample")}`;
  const [only] = result.series;
  return length === 1 && only ? `${count}: ${valueText(only.sample, unit)}` : count;
}

type Series = readonly { readonly labels: Labels }[];

/** As few of the names as tell the series apart. */
function telling(series: Series, { differing }: LabelSplit): readonly string[] {
  const few = (most: number) => tellingLabels(series, differing, (names) => names.length <= most);
  return few(1) ?? few(2) ?? few(3) ?? differing;
}

function differingText(series: Series, names: readonly string[]): string {
  return names
    .map((name) => {
      const values = new Set(series.map(({ labels }) => labels[name] ?? ""));
      return `${name === metricName ? "metric" : nameText(name)} (${values.size})`;
    })
    .join(", ");
}

function sharedText(shared: Labels): string {
  return Object.hasOwn(shared, metricName) ? seriesText(shared) : labelsText(shared);
}

function labelsOfOnly(labels: Labels): string {
  return Object.keys(labels).length === 0 ? "no labels" : sharedText(labels);
}

function peekOf(
  result: Extract<QueryResult, { series: unknown }>,
  unit: string | undefined,
): readonly { readonly labels: Labels; readonly value: string }[] {
  if (result.type === "vector") {
    return result.series.slice(0, peeked).map(({ labels, sample }) => ({ labels, value: valueText(sample, unit) }));
  }
  return result.series.slice(0, peeked).map(({ labels, samples }) => ({ labels, value: samplesText(samples, unit) }));
}

/** How many of the last samples of a series are written down. */
const lastSamples = 4;

function samplesText(samples: readonly Sample[], unit: string | undefined): string {
  const last = samples.slice(-lastSamples).map((sample) => valueText(sample, unit));
  return `${samples.length > last.length ? "… " : ""}${last.join(", ")}`;
}

/** Digits of a number without a unit that are all written down. */
const mostDigits = 16;

function valueText(sample: Sample, unit: string | undefined): string {
  if ("histogram" in sample) return histogramText(sample.histogram);
  const { value } = sample;
  const scale = hasScale(unit, value) ? scaleFor(unit, value) : { factor: 1, suffix: "" };
  const exact = numberText(value);
  return scale.suffix === "" && exact.length <= mostDigits ? exact : quantityText(value, scale, 6);
}

/** Bytes and spans of time are read as KiB and hours; a time since 1970 is none. */
function hasScale(unit: string | undefined, value: number): boolean {
  return /^(?:bytes|seconds)(?: per second)?$/.test(unit ?? "") && (unit !== "seconds" || Math.abs(value) < 1e9);
}
