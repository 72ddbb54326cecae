import { numberText } from "../../promql/numbers.js";
import type { Bucket, Labels, MatrixSeries, QueryResult, Sample, VectorSeries } from "../../prometheus/index.js";
import { visible } from "../../report/visible.js";
import { alignedNumbers } from "../../results/aligned-numbers.js";
import type { AskedTimes } from "../../results/answer-text.js";
import { type Extremes, extremesOf } from "../../results/extremes.js";
import { clockText, dayText, momentText } from "../../results/moment.js";
import { sampleText } from "../../results/number.js";
import { quantityNotes } from "../../results/quantity-notes.js";
import { quantityText, scaleFor } from "../../results/quantity.js";
import { columnTitle, labelsText, seriesText, splitLabels } from "../../results/series-labels.js";
import { fewestLabels, tellingLabels } from "../../results/telling-labels.js";
import { metricName } from "../../promql/labels.js";

/** Series as a table. */
export interface ResultTable {
  /** What is true of all rows, in words. */
  readonly about: string;
  readonly columns: readonly ResultColumn[];
  /** How many rows there are. */
  readonly length: number;
  /** The names of labels that differ and have no column, since the others tell the series apart. */
  readonly hidden: readonly string[];
}

/** A column: its cells from the first row to the last, safe to show. */
export interface ResultColumn {
  readonly title: string;
  /** Numbers stand with their decimal points below each other; lines are several, with line breaks. */
  readonly kind: "label" | "number" | "note" | "lines";
  readonly texts: readonly string[];
  /** By what rows are sorted; missing where they cannot be. */
  readonly keys?: readonly (string | number)[];
}

/** The series of a result by their labels, for which a row has room for so many characters; nothing where it has none. */
export function resultTable(
  result: QueryResult,
  { kind }: AskedTimes,
  unit: string | undefined,
  room: number,
): ResultTable | undefined {
  if ((result.type !== "vector" && result.type !== "matrix") || result.series.length === 0) return undefined;
  const values =
    result.type === "vector"
      ? valueColumns(result.series, unit)
      : kind === "instant"
        ? sampleColumns(result.series)
        : extremeColumns(result.series, unit);
  const { series } = result;
  const { shared, differing } = splitLabels(series);
  const [only] = series;
  if (series.length === 1 && only) return { about: aboutOne(only.labels), columns: values, length: 1, hidden: [] };
  const names = tellingLabels(series, differing, (some) => widthOf(series, some) <= room) ?? fewestLabels(series);
  return {
    about: aboutAll(shared),
    columns: [...names.map((name) => labelColumn(name, series)), ...values],
    length: series.length,
    hidden: differing.filter((name) => !names.includes(name)),
  };
}

type Labelled = readonly { readonly labels: Labels }[];

function aboutOne(labels: Labels): string {
  return Object.keys(labels).length === 0 ? "It has no labels." : seriesText(labels);
}

function aboutAll(shared: Labels): string {
  if (Object.keys(shared).length === 0) return "";
  return Object.hasOwn(shared, metricName) ? `All are ${seriesText(shared)}` : `All have ${labelsText(shared)}`;
}

function widthOf(series: Labelled, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + longest(series, name) + 3, 0);
}

function longest(series: Labelled, name: string): number {
  return series.reduce((most, { labels }) => Math.max(most, (labels[name] ?? "").length), name.length);
}

/** The bounds of buckets and other numbers are sorted as such. */
function labelColumn(name: string, series: Labelled): ResultColumn {
  const values = series.map(({ labels }) => labels[name] ?? "");
  const numbers = values.map((value) => (value === "+Inf" ? Infinity : value === "" ? NaN : Number(value)));
  const areNumbers = numbers.every((number, k) => !Number.isNaN(number) || values[k] === "");
  return { title: columnTitle(name), kind: "label", texts: values.map(visible), keys: areNumbers ? numbers : values };
}

function valueColumns(series: readonly VectorSeries[], unit: string | undefined): readonly ResultColumn[] {
  const samples = series.map(({ sample }) => sample);
  const notes = quantityNotes(samples, unit);
  const buckets = samples.map((sample) =>
    "value" in sample ? "" : sample.histogram.buckets.map(bucketText).join("\n"),
  );
  return [
    { title: "value", kind: "number", texts: alignedNumbers(samples.map(sampleText)), keys: samples.map(sizeOf) },
    ...(notes ? [{ title: "", kind: "note", texts: notes } as const] : []),
    ...(buckets.some((text) => text !== "") ? [{ title: "buckets", kind: "lines", texts: buckets } as const] : []),
  ];
}

/** A native histogram is as great as its count. */
function sizeOf(sample: Sample): number {
  return "value" in sample ? sample.value : sample.histogram.count;
}

function bucketText({ closed, lower, upper, count }: Bucket): string {
  const opening = closed === "left" || closed === "both" ? "[" : "(";
  const closing = closed === "right" || closed === "both" ? "]" : ")";
  return `${opening}${numberText(lower)}, ${numberText(upper)}${closing}: ${numberText(count)}`;
}

function sampleColumns(series: readonly MatrixSeries[]): readonly ResultColumn[] {
  const days = new Set(series.flatMap(({ samples }) => samples.map(({ time }) => dayText(time))));
  const timeText = days.size > 1 ? momentText : clockText;
  const lines = series.map(({ samples }) => {
    const values = alignedNumbers(samples.map(sampleText));
    return samples.map(({ time }, k) => `${timeText(time)}  ${values[k] ?? ""}`.trimEnd()).join("\n");
  });
  const counts = series.map(({ samples }) => samples.length);
  return [
    ...(new Set(counts).size > 1
      ? [{ title: "samples", kind: "number", texts: counts.map(String), keys: counts } as const]
      : []),
    { title: "time and value", kind: "lines", texts: lines },
  ];
}

const extremeTitles = [
  { title: "last", of: "last" },
  { title: "min", of: "least" },
  { title: "max", of: "greatest" },
] as const satisfies readonly { readonly title: string; readonly of: keyof Extremes }[];

function extremeColumns(series: readonly MatrixSeries[], unit: string | undefined): readonly ResultColumn[] {
  const all = series.map(({ samples }) => extremesOf(samples));
  return extremeTitles.map(({ title, of }) => {
    const values = all.map((extremes) => extremes[of]);
    const texts = series.map(({ samples }, k) => {
      const last = samples.at(-1);
      if (of === "last" && last && !("value" in last)) return sampleText(last);
      const value = values[k] ?? NaN;
      return samples.some((sample) => "value" in sample) ? quantityText(value, scaleFor(unit, value), 5) : "";
    });
    return { title, kind: "number", texts: alignedNumbers(texts), keys: values };
  });
}
