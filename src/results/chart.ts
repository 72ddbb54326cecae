import type { MatrixSeries, Sample } from "../prometheus/result.js";
import { columnsOf } from "../report/cells.js";
import type { Colors, Paint } from "../report/colors.js";
import { type Tick, valueAxis, type ValueAxis } from "./axis.js";
import { type Canvas, createCanvas, type Drawn, type Point } from "./canvas.js";
import { finiteExtent } from "./extremes.js";
import type { TextOptions } from "./text-options.js";
import { timeTicks } from "./time-axis.js";

/** From when to when a chart goes, in seconds since 1970, and how far two points may be apart that a line joins. */
export interface ChartRange {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

const height = 12;
/** Columns from one mark of a series to the next. */
const markDistance = 24;

/** The letter by which a series is known without its colour; from the 53rd series on they repeat. */
export function markOf(index: number): string {
  return letters[index % letters.length] ?? "A";
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** The colour of a series. */
export function paintOf(index: number, colors: Colors): Paint {
  const paints = [colors.cyan, colors.yellow, colors.green, colors.magenta, colors.blue, colors.red];
  return paints[index % paints.length] ?? String;
}

/** Series drawn with characters: a value axis, lines with the letters of their series, a time axis. */
export function chartLines(
  series: readonly MatrixSeries[],
  range: ChartRange,
  { colors, width, ascii = false, unit }: TextOptions,
): readonly string[] {
  const [least, greatest] = finiteExtent(series.flatMap(({ samples }) => samples.map(numberOf))) ?? [0, 1];
  const axis = valueAxis(least, greatest, unit, height / 3);
  const margin = axis.ticks.reduce((most, { text }) => Math.max(most, columnsOf(text)), 0);
  const columns = width - margin - 3;
  const canvas = createCanvas(
    columns,
    height,
    ascii ? (index) => (series.length > 1 ? markOf(index) : "*") : undefined,
  );
  for (const [index, { samples }] of series.entries()) draw(samples, index, canvas, pointOf(axis, range), range, ascii);
  if (series.length > 1) for (const index of series.keys()) mark(series, index, canvas, pointOf(axis, range), columns);
  return [
    ...canvas.rows().map((row, k) => axisText(axis, k, margin, ascii, colors) + rowText(row, colors).trimEnd()),
    ...timeLines(timeTicks(range.start, range.end, columns), columns, ascii).map((line) =>
      colors.dim(" ".repeat(margin + 1) + line),
    ),
  ];
}

type PointOf = (sample: Sample) => Point;

function pointOf({ position }: ValueAxis, { start, end }: ChartRange): PointOf {
  return (sample) => ({
    x: end > start ? (sample.time - start) / (end - start) : 0,
    y: position(numberOf(sample)),
  });
}

/** A native histogram has no one value, and is not drawn. */
function numberOf(sample: Sample): number {
  return "value" in sample ? sample.value : NaN;
}

function draw(
  samples: readonly Sample[],
  index: number,
  canvas: Canvas,
  toPoint: PointOf,
  { step }: ChartRange,
  ascii: boolean,
): void {
  let before: Sample | undefined;
  for (const sample of samples) {
    const value = numberOf(sample);
    if (!Number.isFinite(value)) {
      before = undefined;
      if (!Number.isNaN(value)) putInfinity(value > 0, sample, index, canvas, toPoint, ascii);
      continue;
    }
    const joined = before && sample.time - before.time <= step * 1.5;
    canvas.line(toPoint(joined && before ? before : sample), toPoint(sample), index);
    before = sample;
  }
}

/** Arrows at the edge say that a value lies beyond every other. */
function putInfinity(
  isPositive: boolean,
  sample: Sample,
  index: number,
  canvas: Canvas,
  toPoint: PointOf,
  ascii: boolean,
): void {
  const { column, row } = canvas.cellOf({ ...toPoint(sample), y: isPositive ? 1 : 0 });
  const arrow = isPositive ? (ascii ? "^" : "▲") : ascii ? "v" : "▼";
  canvas.put(column, row, arrow, index);
}

/** Puts the letter of a series on its line here and there, each series elsewhere, so that lines which coincide are told apart. */
function mark(series: readonly MatrixSeries[], index: number, canvas: Canvas, toPoint: PointOf, columns: number): void {
  const samples = (series[index]?.samples ?? []).filter((sample) => Number.isFinite(numberOf(sample)));
  const count = Math.max(1, Math.floor(columns / markDistance));
  for (let k = 0; k < count; k++) {
    const share = (k + (index + 1) / (series.length + 1)) / count;
    const place = Math.floor(share * samples.length);
    const isPut = (sample: Sample): boolean => {
      const { column, row } = canvas.cellOf(toPoint(sample));
      return canvas.put(column, row, markOf(index), index);
    };
    [...samples.slice(place), ...(k === 0 ? samples.slice(0, place).reverse() : [])].some(isPut);
  }
}

function axisText({ ticks }: ValueAxis, row: number, margin: number, ascii: boolean, colors: Colors): string {
  const tick = ticks.find(({ at }) => Math.round((1 - at) * (height - 1)) === row);
  const line = tick ? (ascii ? "+" : "┤") : ascii ? "|" : "│";
  return colors.dim(`${" ".repeat(margin - columnsOf(tick?.text ?? ""))}${tick?.text ?? ""} ${line}`);
}

/** Characters of one series that stand together get their colour together. */
function rowText(row: readonly Drawn[], colors: Colors): string {
  let text = "";
  for (let k = 0; k < row.length;) {
    const series = row[k]?.series;
    let run = "";
    for (; k < row.length && row[k]?.series === series; k++) run += row[k]?.text ?? "";
    text += series === undefined ? run : paintOf(series, colors)(run);
  }
  return text;
}

function timeLines(ticks: readonly Tick[], columns: number, ascii: boolean): readonly string[] {
  const [corner, line, cross] = ascii ? ["+", "-", "+"] : ["└", "─", "┬"];
  const ruler = Array.from({ length: columns }, () => line);
  let labels = "";
  for (const { at, text } of ticks) {
    const column = Math.round(at * (columns - 1));
    ruler[column] = cross;
    const from = Math.min(Math.max(0, column + 1 - Math.floor(text.length / 2)), columns + 1 - text.length);
    if (from > labels.length || labels === "") labels = labels.padEnd(from) + text;
  }
  return [corner + ruler.join(""), labels.slice(0, columns + 1)];
}
