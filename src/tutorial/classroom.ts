import type { Rule } from "../lint/rule.js";
import type { Metrics } from "../metrics/metrics.js";
import type { PrometheusClient } from "../prometheus/index.js";

/** Where exercises are done: series that a server or the embedded engine holds, and what lints queries. */
export interface Classroom {
  readonly server: Pick<PrometheusClient, "instantQuery" | "rangeQuery" | "labelValues" | "targets">;
  /**
   * By what a query is judged. `result`: by the result that the answer has on the same series. `tree`: by the query and its
   * findings, where the series are not those for which the exercises were made.
   */
  readonly judgedBy: "result" | "tree";
  /** The moment that counts as now. */
  readonly now: Date;
  readonly rules: readonly Rule[];
  readonly metrics: Metrics;
}
