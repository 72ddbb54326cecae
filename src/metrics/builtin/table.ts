import { metricTypeOf } from "../metric-type.js";
import type { Metric, Metrics } from "../metrics.js";

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
export function* metricsOfTable(table: MetricTable): Generator<Metric> {
  for (const row of table.rows.split("\n")) if (row !== "") yield metricOfRow(row, table.source);
}

/** A table as a source of metrics; a row is read when its metric is asked for. */
export function tableMetrics(table: MetricTable): Metrics {
  let rows: ReadonlyMap<string, string> | undefined;
  return {
    metric(name) {
      rows ??= new Map(table.rows.split("\n").map((row) => [row.slice(0, row.indexOf(" ")), row]));
      const row = rows.get(name);
      return row ? metricOfRow(row, table.source) : undefined;
    },
    all: () => metricsOfTable(table),
  };
}

function metricOfRow(row: string, source: string): Metric {
  const [name = "", typeWord = "", unit = "", labelList = "", ...help] = row.split(/ +/);
  const cumulative = typeWord.endsWith("+");
  const type = metricTypeOf(cumulative ? typeWord.slice(0, -1) : typeWord);
  if (!type || help.length === 0) throw new Error(`the table of ${source} has a bad row: ${row}`);

  const labels = labelList === "-" ? [] : labelList.split(",");
  return {
    name,
    type,
    ...(unit !== "-" && { unit }),
    help: help.join(" "),
    ...(cumulative && { cumulative }),
    ...(!labels.includes("*") && { labels }),
    source,
  };
}
