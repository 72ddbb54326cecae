import { metricTypeOf } from "../metric-type.js";
import { firstWord, type Metric, type Metrics } from "../metrics.js";

/**
 * Metrics as text, one on each line: name, type, labels, help. A unit that the name does not say stands after the type, as
 * in `gauge:seconds`, and a dash for none although the name says one. A dash stands for no labels as well; an asterisk
 * among the labels says that there are more of them, which depend on the machine or the configuration. `gauge+` is
 * declared as a gauge, but only goes up. The help may be missing.
 */
export interface MetricTable {
  readonly source: string;
  /** The first words of the names, where nobody else is likely to use them. */
  readonly own?: readonly string[];
  /** The other first words, so that the rows need not be read for a name that is none of them. */
  readonly shared?: readonly string[];
  /** The beginnings of names of which there are more than the table has. */
  readonly open?: readonly string[];
  readonly rows: string;
}

/** The metrics of a table, `labels` left out where the table does not list all of them. Throws on a bad row. */
export function* metricsOfTable(table: MetricTable): Generator<Metric> {
  for (const row of table.rows.split("\n")) if (row !== "") yield metricOfRow(row, table.source);
}

/** Tables as a source of metrics. Nothing is read before somebody asks for a name that begins like theirs. */
export function tableMetrics(tables: readonly MetricTable[]): Metrics {
  const read = new Map<MetricTable, ReadonlyMap<string, string>>();
  const asked = new Map<string, Metric>();
  const families = new Map<MetricTable, readonly Metric[]>();
  let byWord: ReadonlyMap<string, readonly MetricTable[]> | undefined;
  const tablesOf = (word: string): readonly MetricTable[] => (byWord ??= tablesByWord(tables)).get(word) ?? [];
  return {
    metric(name) {
      const known = asked.get(name);
      if (known) return known;
      for (const table of tablesOf(firstWord(name))) {
        const rows = read.get(table) ?? rowsByName(table);
        read.set(table, rows);
        const row = rows.get(name);
        if (row === undefined) continue;
        const metric = metricOfRow(row, table.source);
        asked.set(name, metric);
        return metric;
      }
      return undefined;
    },
    *all() {
      for (const table of tables) yield* metricsOfTable(table);
    },
    *relatives(name) {
      const word = firstWord(name);
      for (const table of tablesOf(word)) {
        if (!table.own?.includes(word) || table.open?.some((start) => name.startsWith(start))) continue;
        const known = families.get(table) ?? [...metricsOfTable(table)];
        families.set(table, known);
        yield* known;
      }
    },
  };
}

function tablesByWord(tables: readonly MetricTable[]): ReadonlyMap<string, readonly MetricTable[]> {
  const byWord = new Map<string, MetricTable[]>();
  for (const table of tables) {
    for (const word of [...(table.own ?? []), ...(table.shared ?? [])]) {
      byWord.set(word, [...(byWord.get(word) ?? []), table]);
    }
  }
  return byWord;
}

function rowsByName({ rows }: MetricTable): ReadonlyMap<string, string> {
  return new Map(rows.split("\n").map((row) => [row.slice(0, row.indexOf(" ")), row]));
}

function metricOfRow(row: string, source: string): Metric {
  const [name = "", kind = "", labelList = "", ...help] = row.split(/ +/);
  const [typeWord = "", unit = unitOfName(name)] = kind.split(":");
  const cumulative = typeWord.endsWith("+");
  const type = metricTypeOf(cumulative ? typeWord.slice(0, -1) : typeWord);
  if (!type || labelList === "") throw new Error(`the table of ${source} has a bad row: ${row}`);

  const labels = labelList === "-" ? [] : labelList.split(",");
  return {
    name,
    type,
    ...(unit !== undefined && unit !== "-" && { unit }),
    ...(help.length > 0 && { help: help.join(" ") }),
    ...(cumulative && { cumulative }),
    ...(!labels.includes("*") && { labels }),
    source,
  };
}

/** The unit that a name ends with: https://prometheus.io/docs/practices/naming/#base-units. */
function unitOfName(name: string): string | undefined {
  return /_(bytes|celsius|hertz|percent|ratio|seconds|volts|watts)(?:_total)?$/.exec(name)?.[1];
}
