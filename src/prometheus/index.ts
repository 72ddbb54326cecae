export type { PrometheusClient, Within } from "./client.js";
export { connect } from "./connect.js";
export type { ConnectOptions, TlsOptions } from "./connect-options.js";
export { PrometheusError, type PrometheusErrorDetails, type PrometheusErrorKind } from "./error.js";
export type { BuildInfo, MetricMetadata, TargetMetadata } from "./facts.js";
export { serverMetrics } from "./metrics.js";
export {
  type AskedQuery,
  type FactsOptions,
  type FactsServer,
  type LearnedFacts,
  type Politeness,
  serverFacts,
} from "./server-facts/index.js";
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
export type { ActiveAlert, AlertingRule, RecordingRule, RuleGroup, ServerRule } from "./rules.js";
export type { Alertmanagers, CountedName, HeadStats, RuntimeInfo, TsdbStatus } from "./status.js";
export type { DroppedTarget, ServiceDiscovery, Target } from "./targets.js";
