import type { PrometheusClient } from "../../prometheus/index.js";

/** What the page asks of who holds series: the demo cluster in a worker, or a server of the reader. */
export type PageServer = Pick<PrometheusClient, (typeof pageMethods)[number]> & {
  /** The demo cluster, or the server's address. */
  readonly name: string;
  /** Gives up all questions that are not answered yet; they reject as `cancelled`. */
  readonly stop: () => void;
};

/** Every method rejects with a `PrometheusError`. */
export const pageMethods = ["instantQuery", "rangeQuery", "labelNames", "labelValues", "targets"] as const;
