import uPlot from "uplot";
import { valueAxis, type ValueAxis } from "../../results/axis.js";
import type { ChartRange } from "../../results/chart.js";
import { finiteExtent } from "../../results/extremes.js";
import { timeTicks } from "../../results/time-axis.js";
import { type GraphData, heights, lonePoints } from "./graph-data.js";
import { drawInfinities } from "./infinities.js";
import { lookOf } from "./looks.js";
import { onSchemeChange, type PlotColors, plotColors } from "./plot-looks.js";

/** What is drawn, and whom to tell of the cursor. */
export interface PlotOptions {
  readonly data: GraphData;
  readonly range: ChartRange;
  readonly unit: string | undefined;
  /** Given the place of the time under the cursor, or nothing when it leaves. */
  readonly onCursor: (place: number | undefined) => void;
}

/** A graph on the page. Series are known by their places. */
export interface Plot {
  /** Draws only some of the series, on an axis for them. */
  readonly show: (isShown: (series: number) => boolean) => void;
  /** Draws the others pale; all alike, without a series. */
  readonly point: (series: number | undefined) => void;
  /** Puts the cursor to a time, or nowhere. */
  readonly moveCursor: (place: number | undefined) => void;
  readonly remove: () => void;
}

/** Draws series into an element. The graph keeps to its width and to the colours of the page. */
export function createPlot(target: HTMLElement, { data, range, unit, onCursor }: PlotOptions): Plot {
  let shown: readonly boolean[] = data.values.map(() => true);
  let axis = axisOf(data.values, unit);
  let colors = plotColors(target);
  const colorOf = (series: number) => colors.series[lookOf(series).color - 1] ?? colors.text;
  const columns = (): uPlot.AlignedData => [
    [...data.times],
    ...data.values.map((values, k) => heights(shown[k] ? values : values.map(() => undefined), axis)),
  ];
  const plot = new uPlot(
    {
      ...sizeFor(target),
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, y: false, points: { size: 7 }, move: toNearestTime },
      focus: { alpha: 0.2 },
      scales: { x: { time: false, range: () => shownTimes(range) }, y: { range: [0, 1] } },
      axes: [
        timeAxis(range, () => colors),
        heightAxis(
          () => axis,
          () => colors,
        ),
      ],
      series: [{}, ...data.values.map((_, k) => seriesLook(k, data.values.length, colorOf))],
      hooks: {
        setCursor: [({ cursor }) => onCursor(cursor.idx ?? undefined)],
        draw: [(self) => drawInfinities(self, data, (k) => (shown[k] ? colorOf(k) : undefined))],
      },
    },
    columns(),
    target,
  );
  const resized = new ResizeObserver(() => {
    if (target.clientWidth > 0 && target.clientWidth !== plot.width) plot.setSize(sizeFor(target));
  });
  resized.observe(target);
  const forgetScheme = onSchemeChange(() => {
    colors = plotColors(target);
    plot.redraw(false);
  });
  return {
    show(isShown) {
      shown = data.values.map((_, k) => isShown(k));
      axis = axisOf(
        data.values.filter((_, k) => isShown(k)),
        unit,
      );
      plot.setData(columns());
    },
    point: (series) => plot.setSeries(series === undefined ? null : series + 1, { focus: true }),
    moveCursor(place) {
      const time = place === undefined ? undefined : data.times[place];
      plot.setCursor(time === undefined ? { left: -10, top: -10 } : { left: plot.valToPos(time, "x"), top: 0 });
    },
    remove() {
      forgetScheme();
      resized.disconnect();
      plot.destroy();
    },
  };
}

/** The cursor stands where a value is read. */
function toNearestTime(plot: uPlot, left: number, top: number): [number, number] {
  const time = left < 0 ? undefined : plot.data[0][plot.posToIdx(left)];
  return [typeof time === "number" ? plot.valToPos(time, "x") : left, top];
}

function axisOf(values: GraphData["values"], unit: string | undefined): ValueAxis {
  const [least, greatest] = finiteExtent(values.flat()) ?? [0, 1];
  return valueAxis(least, greatest, unit, 5);
}

function sizeFor({ clientWidth }: HTMLElement): { readonly width: number; readonly height: number } {
  return { width: clientWidth, height: Math.round(Math.min(340, Math.max(220, clientWidth * 0.45))) };
}

/** A range of one point has it in the middle. */
function shownTimes({ start, end, step }: ChartRange): [number, number] {
  return end > start ? [start, end] : [start - step, end + step];
}

const font = "12px system-ui, sans-serif";
/** Pixels of a character of that font, about. */
const character = 7;

function axisLooks(colors: () => PlotColors): uPlot.Axis {
  const stroke = () => colors().line;
  return {
    font,
    stroke: () => colors().text,
    grid: { stroke, width: 1 },
    ticks: { stroke, width: 1, size: 5 },
  };
}

function timeAxis(range: ChartRange, colors: () => PlotColors): uPlot.Axis {
  const { start, end } = range;
  const ticks = ({ bbox }: uPlot) => timeTicks(start, end, bbox.width / devicePixelRatio / character);
  return {
    ...axisLooks(colors),
    size: 30,
    splits: (self) => ticks(self).map(({ at }) => start + at * (end - start)),
    values: (self) => ticks(self).map(({ text }) => text),
  };
}

function heightAxis(axis: () => ValueAxis, colors: () => PlotColors): uPlot.Axis {
  return {
    ...axisLooks(colors),
    size: () => 16 + character * axis().ticks.reduce((most, { text }) => Math.max(most, text.length), 0),
    splits: () => axis().ticks.map(({ at }) => at),
    values: () => axis().ticks.map(({ text }) => text),
  };
}

function seriesLook(series: number, count: number, colorOf: (series: number) => string): uPlot.Series {
  const color = () => colorOf(series);
  return {
    width: 1.75,
    stroke: color,
    dash: count > 1 ? [...lookOf(series).dash] : [],
    points: { show: false, size: 5, fill: color, filter: (self, k) => lonePoints(self.data[k] ?? []) },
  };
}
