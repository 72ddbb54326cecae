import type { MatrixSeries } from "../prometheus/result.js";
import { columnsOf } from "../report/cells.js";
import { formatDuration } from "../promql/durations.js";
import { plural } from "../syntax/plural.js";
import { alignedNumbers } from "./aligned-numbers.js";
import { chartLines, type ChartRange, markOf, paintOf } from "./chart.js";
import { extremesOf } from "./extremes.js";
import { greatestSeries } from "./greatest-series.js";
import { hiddenLines, sharedLines } from "./instant-text.js";
import { momentText } from "./moment.js";
import { quantityText, scaleFor } from "./quantity.js";
import { seriesText, splitLabels } from "./series-labels.js";
import { tellingLabels } from "./telling-labels.js";
import { leftOut, type TextOptions } from "./text-options.js";
import { wrapped } from "./wrap.js";

/**
 * The result of a range query for people: a chart of the series that are greatest on average, and the least, greatest and
 * last value of each. Ends with a line break.
 */
export function rangeText(series: readonly MatrixSeries[], range: ChartRange, options: TextOptions): string {
  const { colors, width, limit = Infinity } = options;
  const { start, end, step } = range;
  const every = end > start ? `, every ${formatDuration(step)}` : "";
  const head = `${plural(series.length, "series", "series")} from ${momentText(start)} to ${momentText(end)}${every}`;
  const lines = wrapped(head, width).map(colors.bold);
  if (series.length > 0) {
    const drawn = greatestSeries(series, limit);
    const rest = series.length - drawn.length;
    lines.push(
      ...sharedLines(splitLabels(series), options),
      "",
      ...chartLines(drawn, range, options),
      "",
      ...legendLines(drawn, splitLabels(series).differing, options),
      ...(rest > 0 ? wrapped(leftOut(`${rest} more, which are less on average`, options), width).map(colors.dim) : []),
    );
  }
  return lines.map((line) => `${line}\n`).join("");
}

/** A line for each series: its letter, its values, and the labels in which it differs from the others. */
function legendLines(
  series: readonly MatrixSeries[],
  names: readonly string[],
  options: TextOptions,
): readonly string[] {
  const { colors, width, unit } = options;
  const facts = series.map(({ samples }) => {
    const { least, greatest, last } = extremesOf(samples);
    return [least, greatest, last];
  });
  const most = Math.max(0, ...facts.flat().filter(Number.isFinite).map(Math.abs));
  const scale = scaleFor(unit, most);
  const titles = ["min", "max", "last"];
  const cells = titles.map((title, k) => {
    const texts = alignedNumbers(facts.map((values) => quantityText(values[k] ?? NaN, scale)));
    const columns = Math.max(columnsOf(title), ...texts.map(columnsOf));
    return [title, ...texts].map((text) => " ".repeat(columns - columnsOf(text)) + text);
  });
  const rows = facts.map((_, k) => cells.map((column) => column[k + 1] ?? "").join("  "));
  const head = cells.map(([title]) => title).join("  ");
  const lead = series.length > 1 ? 3 : 0;
  const letterOf = (k: number) => (lead > 0 ? `${paintOf(k, colors)(markOf(k))}  ` : "");
  if (lead + columnsOf(head) > width) {
    return series.flatMap(({ labels }, k) => {
      const values = titles.map((title, which) => `${title} ${(cells[which]?.[k + 1] ?? "").trim()}`).join(", ");
      const lines = wrapped(`${values} ${names.length === 0 ? "" : seriesText(labels, names)}`, width - 3);
      return lines.map((line, row) => (row === 0 ? letterOf(k) : " ".repeat(lead)) + line);
    });
  }
  const room = width - lead - columnsOf(head) - 2;
  const textsOf = (some: readonly string[]) =>
    series.map(({ labels }) => (some.length === 0 ? "" : seriesText(labels, some)));
  const shown = tellingLabels(series, names, (some) => textsOf(some).every((text) => columnsOf(text) <= room));
  const texts = textsOf(shown ?? names);
  return [
    colors.dim(" ".repeat(lead) + head),
    ...series.flatMap((_, k) => {
      const letter = letterOf(k);
      const text = texts[k] ?? "";
      if (shown) return [`${letter}${rows[k] ?? ""}  ${text}`.trimEnd()];
      const below = wrapped(text, width - 3).map((line) => `   ${line}`);
      return [`${letter}${rows[k] ?? ""}`.trimEnd(), ...below];
    }),
    ...hiddenLines(names, shown ?? names, options),
  ];
}
