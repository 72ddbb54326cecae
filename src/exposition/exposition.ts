import type { MetricType } from "../metrics/metrics.js";

/** What a text in one of the exposition formats says. */
export interface Exposition {
  readonly families: readonly Family[];
  /** In the order of their lines. */
  readonly problems: readonly ExpositionProblem[];
}

/** A metric family with its samples. */
export interface Family {
  /** As queries name it: a counter that OpenMetrics declares as `foo` is `foo_total`, an info metric `foo_info`. */
  readonly name: string;
  readonly type: MetricType;
  readonly unit?: string;
  readonly help?: string;
  readonly samples: readonly Sample[];
}

/** One line of an exposition: the value of one series. */
export interface Sample {
  /** The name of the series, such as `http_request_duration_seconds_bucket`. */
  readonly name: string;
  /** Without the metric's name; in the order of the text. */
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
  /** In seconds since 1970, whichever format it came in. */
  readonly timestamp?: number;
}

/** A line that is left out, or read differently from what its author meant. */
export interface ExpositionProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}
