/** Label names to values; the metric's name is the label `__name__`. */
export type Labels = Readonly<Record<string, string>>;

/** A float at a time, in seconds since 1970; the value may be `NaN` or infinite. */
export interface FloatSample {
  readonly time: number;
  readonly value: number;
}

/** A native histogram at a time, in seconds since 1970. */
export interface HistogramSample {
  readonly time: number;
  readonly histogram: NativeHistogram;
}

/** A value at a time: a float or a native histogram. */
export type Sample = FloatSample | HistogramSample;

/** What the API shows of a native histogram: count, sum and the buckets that hold something. */
export interface NativeHistogram {
  readonly count: number;
  readonly sum: number;
  readonly buckets: readonly Bucket[];
}

/** The observations between two bounds; `closed` says which of the bounds belong to them. */
export interface Bucket {
  readonly closed: "right" | "left" | "none" | "both";
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

/** The series of an instant vector: one sample each. */
export interface VectorSeries {
  readonly labels: Labels;
  readonly sample: Sample;
}

/** The series of a matrix: samples in the order of time. */
export interface MatrixSeries {
  readonly labels: Labels;
  readonly samples: readonly Sample[];
}

/** The result of a query by its value type. */
export type QueryResult =
  | { readonly type: "vector"; readonly series: readonly VectorSeries[] }
  | { readonly type: "matrix"; readonly series: readonly MatrixSeries[] }
  | { readonly type: "scalar"; readonly sample: FloatSample }
  | { readonly type: "string"; readonly time: number; readonly text: string };

/** A result with the annotations that the server gave to it. */
export interface QueryAnswer {
  readonly result: QueryResult;
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
}
