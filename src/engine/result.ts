/** Label names to values; the metric's name is the label `__name__`. */
export type ResultLabels = Readonly<Record<string, string>>;

/** A value at a time, in seconds since 1970; the value may be `NaN` or infinite. */
export interface ResultSample {
  readonly time: number;
  readonly value: number;
}

/** A series of an instant vector. */
export interface VectorSeries {
  readonly labels: ResultLabels;
  readonly sample: ResultSample;
}

/** A series of a range vector, or of a range query: samples in the order of time. */
export interface MatrixSeries {
  readonly labels: ResultLabels;
  readonly samples: readonly ResultSample[];
}

/**
 * The result of a query by its type, as the API of Prometheus has it. An instant query gives any of them, a range query
 * a matrix.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/api/#expression-query-result-formats
 */
export type Result =
  | { readonly type: "vector"; readonly series: readonly VectorSeries[] }
  | { readonly type: "matrix"; readonly series: readonly MatrixSeries[] }
  | { readonly type: "scalar"; readonly sample: ResultSample }
  | { readonly type: "string"; readonly time: number; readonly text: string };

/** A result with what Prometheus would tell about it; or why there is none. */
export type Answer = Evaluated | Failed;

/** A query has no result. */
export interface Failed {
  readonly error: {
    readonly kind: FailureKind;
    /** In Prometheus' words where it has some. */
    readonly message: string;
  };
}

/**
 * Why a query has no result: `query` for one that a server rejects, `execution` for one that cannot be evaluated over
 * this data, `limit` for one that would take too much, `cancelled` for one that was called off, `unsupported` for one
 * that meets a native histogram.
 */
export type FailureKind = "query" | "execution" | "limit" | "cancelled" | "unsupported";

/** A query has a result. */
export interface Evaluated {
  readonly result: Result;
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
}
