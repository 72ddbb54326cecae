import { compareLabels, labelValue } from "./labels.js";
import type { Matcher } from "./matchers.js";
import type { Series } from "./series.js";

/** Series found by their labels. */
export interface SeriesIndex {
  /** By the keys of their labels. */
  readonly byKey: ReadonlyMap<string, Series>;
  /** Adds a series whose labels no other one has. */
  readonly add: (series: Series) => void;
  /** The series that fulfil all conditions, sorted by their labels. */
  readonly matching: (matchers: readonly Matcher[]) => readonly Series[];
}

/** Starts without series. */
export function createSeriesIndex(): SeriesIndex {
  const byKey = new Map<string, Series>();
  const postings: Postings = new Map();
  let order: ReadonlyMap<Series, number> | undefined;

  return {
    byKey,
    add(series) {
      byKey.set(series.labels.key, series);
      post(postings, series);
      order = undefined;
    },
    matching(matchers) {
      const found = (candidates(postings, matchers) ?? [...byKey.values()]).filter(({ labels }) =>
        matchers.every(({ label, accepts }) => accepts(labelValue(labels, label))),
      );
      const rank = (order ??= ranksOf(byKey.values()));
      return found.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    },
  };
}

/** From a label's name and value to the series that have it. */
type Postings = Map<string, Map<string, Series[]>>;

function post(postings: Postings, series: Series): void {
  for (const [name, value] of series.labels.pairs) {
    const values = postings.get(name) ?? new Map<string, Series[]>();
    postings.set(name, values);
    const list = values.get(value) ?? [];
    values.set(value, list);
    list.push(series);
  }
}

/** The series among which all must be: those of the condition that leaves the fewest; nothing where each leaves all. */
function candidates(postings: Postings, matchers: readonly Matcher[]): readonly Series[] | undefined {
  const selective = matchers.filter(({ accepts }) => !accepts(""));
  const equal = selective.filter(({ op }) => op === "=");
  const lists = equal.map(({ label, value }) => postings.get(label)?.get(value) ?? []);
  const [shortest] = lists.sort((a, b) => a.length - b.length);
  if (shortest) return shortest;
  const [first] = selective;
  return first && [...(postings.get(first.label) ?? [])].flatMap(([value, list]) => (first.accepts(value) ? list : []));
}

function ranksOf(series: Iterable<Series>): ReadonlyMap<Series, number> {
  const sorted = [...series].sort((a, b) => compareLabels(a.labels, b.labels));
  return new Map(sorted.map((each, rank) => [each, rank]));
}
