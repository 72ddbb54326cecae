import type { PrometheusClient } from "../../prometheus/index.js";

/** What a server is asked. */
export type PageMethod = "instantQuery" | "rangeQuery" | "labelNames" | "labelValues" | "targets";

/**
 * What the page asks of who holds series: the demo cluster in a worker, or a server of the reader. Every method rejects
 * with a `PrometheusError`.
 */
export type PageServer = Pick<PrometheusClient, PageMethod> & {
  /** The demo cluster, or the server's address. */
  readonly name: string;
  /** Gives up all questions that are not answered yet; they reject as `cancelled`. */
  readonly stop: () => void;
};
