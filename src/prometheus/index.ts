export { connect, type ConnectOptions, type PrometheusClient } from "./client.js";
export { PrometheusError, type PrometheusErrorKind } from "./error.js";
export type { BuildInfo, MetricMetadata, Target } from "./facts.js";
export { serverMetrics } from "./metrics.js";
export type {
  Bucket,
  FloatSample,
  HistogramSample,
  Labels,
  MatrixSeries,
  NativeHistogram,
  QueryAnswer,
  QueryResult,
  Sample,
  VectorSeries,
} from "./result.js";
