import type { MatrixSeries, QueryResult, VectorSeries } from "../prometheus/result.js";
import { visible } from "../report/visible.js";
import { plural } from "../syntax/plural.js";
import { clockText, dayText, momentText } from "./moment.js";
import { numberText, sampleText } from "./number.js";
import { quantityText, scaleFor } from "./quantity.js";
import { labelsText, nameText, type LabelSplit, seriesText, splitLabels } from "./series-labels.js";
import { list, table, type TableColumn } from "./table.js";
import { leftOut, type TextOptions } from "./text-options.js";
import { wrapped } from "./wrap.js";
import { metricName } from "../promql/labels.js";

/**
 * The result of an instant query for people: a table of series, a number, a text, or the samples of each series. `time` is
 * what was asked for, in seconds since 1970. Ends with a line break.
 */
export function instantText(result: QueryResult, time: number, options: TextOptions): string {
  const { colors, width } = options;
  const head = (text: string): readonly string[] => wrapped(text, width).map(colors.bold);
  const lines = ((): readonly string[] => {
    switch (result.type) {
      case "scalar":
        return [...head(`a number at ${momentText(time)}`), "", numberText(result.sample.value)];
      case "string":
        return [...head(`a text at ${momentText(time)}`), "", ...wrapped(visible(JSON.stringify(result.text)), width)];
      case "vector":
        return [
          ...head(`${plural(result.series.length, "series", "series")} at ${momentText(time)}`),
          ...vectorLines(result.series, options),
        ];
      case "matrix":
        return [
          ...head(
            `${plural(result.series.length, "series", "series")} with ${plural(samplesIn(result.series), "sample")} at ${momentText(time)}`,
          ),
          ...matrixLines(result.series, options),
        ];
    }
  })();
  return lines.map((line) => `${line}\n`).join("");
}

function samplesIn(series: readonly MatrixSeries[]): number {
  return series.reduce((sum, { samples }) => sum + samples.length, 0);
}

/** The labels that all series share, on lines of their own. */
export function sharedLines({ shared }: LabelSplit, { width, colors }: TextOptions): readonly string[] {
  if (Object.keys(shared).length === 0) return [];
  return wrapped(`all are ${seriesText(shared)}`, width).map(colors.dim);
}

function vectorLines(series: readonly VectorSeries[], options: TextOptions): readonly string[] {
  if (series.length === 0) return [];
  const { width, colors, limit = Infinity } = options;
  const shown = series.slice(0, limit);
  const split = splitLabels(series);
  const names = split.differing;
  const notes = quantities(shown, options.unit);
  const columns: readonly TableColumn[] = [
    ...names.map((name): TableColumn => ({ title: name === metricName ? "metric" : nameText(name), kind: "text" })),
    { title: names.length > 0 ? "value" : "", kind: "number" },
    ...(notes ? [{ title: "", kind: "note" } as const] : []),
  ];
  const rows = shown.map(({ labels, sample }, k) => [
    ...names.map((name) => visible(labels[name] ?? "")),
    sampleText(sample),
    ...(notes ? [notes[k] ?? ""] : []),
  ]);
  const asList = () =>
    list(
      shown.map(({ labels, sample }) => ({ value: sampleText(sample), text: seriesText(labels, names) })),
      width,
    );
  const rest = series.length - shown.length;
  return [
    ...sharedLines(split, options),
    "",
    ...(table(columns, rows, width, colors) ?? asList()),
    ...(rest > 0 ? wrapped(leftOut(`${rest} more`, options), width).map(colors.dim) : []),
  ];
}

/** What stands beside values that are hard to read: bytes as KiB, seconds as hours. Nothing where that says no more. */
function quantities(series: readonly VectorSeries[], unit: string | undefined): readonly string[] | undefined {
  if (!/^(?:bytes|seconds)(?: per second)?$/.test(unit ?? "")) return undefined;
  const texts = series.map(({ sample }) => {
    if (!("value" in sample) || !Number.isFinite(sample.value)) return "";
    const scale = scaleFor(unit, sample.value);
    return scale.factor === 1 ? "" : quantityText(sample.value, scale);
  });
  return texts.every((text) => text === "") ? undefined : texts;
}

function matrixLines(series: readonly MatrixSeries[], options: TextOptions): readonly string[] {
  const { width, colors, limit = Infinity } = options;
  const split = splitLabels(series);
  const days = new Set(series.flatMap(({ samples }) => samples.map(({ time }) => dayText(time))));
  const timeText = days.size > 1 ? momentText : clockText;
  const lines: string[] = [...sharedLines(split, options)];
  let room = limit;
  for (const { labels, samples } of series) {
    if (room <= 0) break;
    const shown = samples.slice(0, room);
    room -= shown.length;
    const rows = shown.map((sample) => [timeText(sample.time), sampleText(sample)]);
    const columns: readonly TableColumn[] = [
      { title: "", kind: "text" },
      { title: "", kind: "number" },
    ];
    const name = split.differing.length > 0 ? labelsTextOrEmpty(labels, split.differing) : undefined;
    lines.push(
      "",
      ...(name === undefined ? [] : wrapped(name, width)),
      ...(table(columns, rows, width - 2, colors) ?? rows.flatMap((row) => wrapped(row.join("  "), width - 2))).map(
        (line) => `  ${line}`,
      ),
    );
  }
  const rest = samplesIn(series) - (limit - room);
  return rest > 0
    ? [...lines, "", ...wrapped(leftOut(plural(rest, "more sample"), options), width).map(colors.dim)]
    : lines;
}

function labelsTextOrEmpty(labels: MatrixSeries["labels"], names: readonly string[]): string {
  return names.includes(metricName) ? seriesText(labels, names) : labelsText(labels, names) || "{}";
}
