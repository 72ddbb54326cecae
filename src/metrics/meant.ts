import { isAlike } from "../promql/spelling.js";
import type { Metric, Metrics } from "./metrics.js";
import { seriesNames } from "./series-names.js";

/** A series that is probably meant. */
export interface Meant {
  readonly name: string;
  /** The family that it belongs to. */
  readonly metric: Metric;
}

/**
 * The series that are probably meant by a name which nobody knows: their names are the same but for one misspelt word, or
 * for the order of the words, or else for a unit or another word that is missing, or a unit too much. None where nobody owns such names.
 */
export function meantBy(name: string, metrics: Metrics): readonly Meant[] {
  const words = name.split("_");
  const found: Record<Likeness, Meant[]> = { spelling: [], order: [], unit: [], word: [], extra: [] };
  for (const metric of metrics.relatives?.(name) ?? []) {
    for (const series of seriesOf(metric)) {
      const likeness = likenessOf(words, series.words);
      if (likeness && !metrics.missing?.(series.name)) found[likeness].push({ name: series.name, metric });
    }
  }
  const { spelling, order, unit, word, extra } = found;
  return [spelling, order, unit, word, extra].find(({ length }) => length > 0) ?? [];
}

/** In what a name differs from that of a series: a `unit` or another `word` is missing, or there is one too much. */
type Likeness = "spelling" | "order" | "unit" | "word" | "extra";

function likenessOf(words: readonly string[], right: readonly string[]): Likeness | undefined {
  const difference = words.length - right.length;
  if (Math.abs(difference) > 1) return undefined;
  const shorter = Math.min(words.length, right.length);
  let start = 0;
  while (start < shorter && words[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && words[words.length - 1 - end] === right[right.length - 1 - end]) end += 1;

  const wrong = words.length - start - end;
  if (difference === -1) return wrong === 0 ? missingWord(words, right[start] ?? "") : undefined;
  if (difference === 1) return wrong === 1 && units.has(words[start] ?? "") ? "extra" : undefined;
  if (wrong === 1) return isAlike(words[start] ?? "", right[start] ?? "") ? "spelling" : undefined;
  return isReordered(words, right) ? "order" : undefined;
}

function isReordered(words: readonly string[], right: readonly string[]): boolean {
  return words.every((word) => right.includes(word)) && words.toSorted().join("_") === right.toSorted().join("_");
}

/** Of a short name too much is missing to tell what it is for. */
function missingWord(words: readonly string[], word: string): Likeness | undefined {
  if (units.has(word)) return "unit";
  return words.length > 2 ? "word" : undefined;
}

/** What somebody adds to a name who knows how metrics are named, but not this one. */
const units: ReadonlySet<string> = new Set(["bytes", "count", "seconds", "total"]);

interface SeriesWords {
  readonly name: string;
  readonly words: readonly string[];
}

const known = new WeakMap<Metric, readonly SeriesWords[]>();

function seriesOf(metric: Metric): readonly SeriesWords[] {
  const remembered = known.get(metric);
  if (remembered) return remembered;
  const series = seriesNames(metric).map((name) => ({ name, words: name.split("_") }));
  known.set(metric, series);
  return series;
}
