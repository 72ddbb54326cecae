import type { Labels, QueryResult, Sample } from "../prometheus/result.js";
import { escapeUnsafe } from "../report/visible.js";
import { histogramOf } from "./json.js";
import { momentText } from "./moment.js";
import { numberText } from "../promql/numbers.js";
import { splitLabels } from "./series-labels.js";

/**
 * A result as CSV (RFC 4180): a row for each sample, with a column for each label, the time as RFC 3339 has it and the
 * value with all its digits. What a terminal would obey is written as `\u{1b}`, and what a spreadsheet would run as a
 * formula has an apostrophe before it.
 */
export function resultCsv(result: QueryResult): string {
  switch (result.type) {
    case "scalar":
      return csv([], [rowOf([], {}, result.sample)]);
    case "string":
      return csv([], [[momentText(result.time), result.text]]);
    case "vector": {
      const names = namesOf(result.series);
      return csv(
        names,
        result.series.map(({ labels, sample }) => rowOf(names, labels, sample)),
      );
    }
    case "matrix": {
      const names = namesOf(result.series);
      const rows = result.series.flatMap(({ labels, samples }) =>
        samples.map((sample) => rowOf(names, labels, sample)),
      );
      return csv(names, rows);
    }
  }
}

function namesOf(series: readonly { readonly labels: Labels }[]): readonly string[] {
  const { shared, differing } = splitLabels(series);
  const names = new Set([...Object.keys(shared), ...differing]);
  return [...names].sort();
}

function rowOf(names: readonly string[], labels: Labels, sample: Sample): readonly string[] {
  const value = "value" in sample ? numberText(sample.value) : JSON.stringify(histogramOf(sample.histogram));
  return [...names.map((name) => labels[name] ?? ""), momentText(sample.time), value];
}

function csv(names: readonly string[], rows: readonly (readonly string[])[]): string {
  return [[...names, "time", "value"], ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Numbers, also those of the label `le`, are no formulas. Source: https://owasp.org/www-community/attacks/CSV_Injection */
function cell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^[+-](?:Inf|[\d.]+(?:e[+-]?\d+)?)?$/.test(text);
  const safe = escapeUnsafe(isFormula ? `'${text}` : text);
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
