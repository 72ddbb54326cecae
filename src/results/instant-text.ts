import type { MatrixSeries, QueryResult, VectorSeries } from "../prometheus/result.js";
import { visible } from "../report/visible.js";
import { plural } from "../syntax/plural.js";
import { clockText, dayText, momentText } from "./moment.js";
import { numberText } from "../promql/numbers.js";
import { sampleText } from "./number.js";
import { quantityNotes } from "./quantity-notes.js";
import { columnTitle, labelsText, nameText, type LabelSplit, seriesText, splitLabels } from "./series-labels.js";
import { tellingLabels } from "./telling-labels.js";
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
  const text = Object.hasOwn(shared, metricName) ? `all are ${seriesText(shared)}` : `all have ${labelsText(shared)}`;
  return wrapped(text, width).map(colors.dim);
}

/** Says which labels are not shown, since the others tell the series apart. */
export function hiddenLines(
  all: readonly string[],
  shown: readonly string[],
  { width, colors }: TextOptions,
): readonly string[] {
  const hidden = all.filter((name) => !shown.includes(name)).map(nameText);
  if (hidden.length === 0) return [];
  return wrapped(`not shown, for want of room: ${hidden.join(", ")}`, width).map(colors.dim);
}

function vectorLines(series: readonly VectorSeries[], options: TextOptions): readonly string[] {
  if (series.length === 0) return [];
  const { width, colors, limit = Infinity } = options;
  const shown = series.slice(0, limit);
  const split = splitLabels(series);
  const tableOf = (names: readonly string[]) => vectorTable(shown, names, options);
  const names = tellingLabels(series, split.differing, (some) => tableOf(some) !== undefined, options.preferred);
  const asList = () =>
    list(
      shown.map(({ labels, sample }) => ({ value: sampleText(sample), text: seriesText(labels, split.differing) })),
      width,
    );
  const rest = series.length - shown.length;
  return [
    ...sharedLines(split, options),
    "",
    ...((names && tableOf(names)) ?? asList()),
    ...(rest > 0 ? wrapped(leftOut(`${rest} more`, options), width).map(colors.dim) : []),
    ...(names ? hiddenLines(split.differing, names, options) : []),
  ];
}

/** Nothing where the table is too wide. */
function vectorTable(
  series: readonly VectorSeries[],
  names: readonly string[],
  { width, colors, unit }: TextOptions,
): readonly string[] | undefined {
  const notes = quantityNotes(
    series.map(({ sample }) => sample),
    unit,
  );
  const columns: readonly TableColumn[] = [
    ...names.map((name): TableColumn => ({ title: columnTitle(name), kind: "text" })),
    { title: names.length > 0 ? "value" : "", kind: "number" },
    ...(notes ? [{ title: "", kind: "note" } as const] : []),
  ];
  const rows = series.map(({ labels, sample }, k) => [
    ...names.map((name) => visible(labels[name] ?? "")),
    sampleText(sample),
    ...(notes ? [notes[k] ?? ""] : []),
  ]);
  return table(columns, rows, width, colors);
}

function matrixLines(series: readonly MatrixSeries[], options: TextOptions): readonly string[] {
  const { width, colors, limit = Infinity } = options;
  const split = splitLabels(series);
  const days = new Set(series.flatMap(({ samples }) => samples.map(({ time }) => dayText(time))));
  const timeText = days.size > 1 ? momentText : clockText;
  const lines: string[] = [...sharedLines(split, options)];
  let room = limit;
  let rest = samplesIn(series);
  for (const { labels, samples } of series) {
    if (room <= 0) break;
    const shown = samples.slice(0, room);
    room -= shown.length;
    rest -= shown.length;
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
  return rest > 0
    ? [...lines, "", ...wrapped(leftOut(plural(rest, "more sample"), options), width).map(colors.dim)]
    : lines;
}

function labelsTextOrEmpty(labels: MatrixSeries["labels"], names: readonly string[]): string {
  return names.includes(metricName) ? seriesText(labels, names) : labelsText(labels, names) || "{}";
}
