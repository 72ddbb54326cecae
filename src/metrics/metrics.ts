/** What a metric measures, as the exposition formats name it. */
export type MetricType =
  "counter" | "gauge" | "histogram" | "gaugehistogram" | "summary" | "info" | "stateset" | "unknown";

/** A metric as an exporter describes it. */
export interface Metric {
  /** The name of the family: without `_bucket`, `_sum` or `_count`, but with `_total`. */
  readonly name: string;
  readonly type: MetricType;
  /** Set for a gauge by declaration that only goes up all the same, so that it is read like a counter. */
  readonly cumulative?: true;
  /** A base unit in the plural, such as `seconds` or `bytes`. */
  readonly unit?: string;
  readonly help?: string;
  /** The labels that the exporter gives, sorted; those of the target (`job`, `instance`) not among them. */
  readonly labels?: readonly string[];
  /** Who gives it: an exporter's name, or a file. */
  readonly source: string;
}

/** What is known of metrics. */
export interface Metrics {
  /** The family of that name, or nothing. */
  readonly metric: (name: string) => Metric | undefined;
  /** Every family, in no order. */
  readonly all: () => Iterable<Metric>;
  /**
   * The families of which one may be meant by a name that nobody knows: those of whoever owns the first word of the name,
   * where all of them are known.
   */
  readonly relatives?: (name: string) => Iterable<Metric>;
  /** The source that knows every series there is, and does not know one of that name; nothing where there is none. */
  readonly missing?: (name: string) => string | undefined;
}

/** What somebody knows of metrics who knows none. */
export const noMetrics: Metrics = { metric: () => undefined, all: () => [] };

/** The sources in order of trust: the first that knows a metric answers for it. */
export function combineMetrics(...sources: readonly Metrics[]): Metrics {
  return {
    metric(name) {
      for (const source of sources) {
        const metric = source.metric(name);
        if (metric) return metric;
      }
      return undefined;
    },
    *all() {
      yield* withoutRepeats(sources.flatMap((source) => [...source.all()]));
    },
    *relatives(name) {
      yield* withoutRepeats(sources.flatMap((source) => [...(source.relatives?.(name) ?? [])]));
    },
    missing(name) {
      for (const source of sources) {
        const missed = source.missing?.(name);
        if (missed !== undefined) return missed;
      }
      return undefined;
    },
  };
}

function* withoutRepeats(families: Iterable<Metric>): Generator<Metric> {
  const seen = new Set<string>();
  for (const family of families) {
    if (seen.has(family.name)) continue;
    seen.add(family.name);
    yield family;
  }
}

/** A source that holds the given families; of two with the same name the first counts. */
export function metricsOf(families: Iterable<Metric>): Metrics {
  const byName = new Map<string, Metric>();
  for (const family of families) if (!byName.has(family.name)) byName.set(family.name, family);
  return {
    metric: (name) => byName.get(name),
    all: () => byName.values(),
    *relatives(name) {
      const word = firstWord(name);
      for (const family of byName.values()) if (firstWord(family.name) === word) yield family;
    },
  };
}

/** The part of a name up to the first `_`, by which exporters tell their metrics from those of others. */
export function firstWord(name: string): string {
  const end = name.indexOf("_");
  return end === -1 ? name : name.slice(0, end);
}
