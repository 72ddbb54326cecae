import { metricTypeOf } from "../metric-type.js";
import type { Metric } from "../metrics.js";

/**
 * Metrics as text, one on each line: name, type, unit, labels, help. A dash stands for no unit and for no labels; an
 * asterisk among the labels says that there are more of them, which depend on the machine or the configuration.
 * `gauge+` is declared as a gauge, but only goes up.
 */
export interface MetricTable {
  readonly source: string;
  readonly rows: string;
}

/** The metrics of a table, `labels` left out where the table does not list all of them. Throws on a bad row. */
export function* metricsOfTable({ source, rows }: MetricTable): Generator<Metric> {
  for (const row of rows.split("\n")) {
    if (row === "") continue;
    const [name = "", typeWord = "", unit = "", labelList = "", ...help] = row.split(/ +/);
    const cumulative = typeWord.endsWith("+");
    const type = metricTypeOf(cumulative ? typeWord.slice(0, -1) : typeWord);
    if (!type || help.length === 0) throw new Error(`the table of ${source} has a bad row: ${row}`);

    const labels = labelList === "-" ? [] : labelList.split(",");
    yield {
      name,
      type,
      ...(unit !== "-" && { unit }),
      help: help.join(" "),
      ...(cumulative && { cumulative }),
      ...(!labels.includes("*") && { labels }),
      source,
    };
  }
}
