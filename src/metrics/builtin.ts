import { clientLibraries } from "./builtin/client.js";
import { kubeStateMetrics } from "./builtin/kube-state-metrics.js";
import { nodeExporter } from "./builtin/node-exporter.js";
import { prometheusItself } from "./builtin/scrape.js";
import { tableMetrics } from "./builtin/table.js";
import { combineMetrics, type Metrics } from "./metrics.js";

/** What is known without asking anybody; a table is read on the first question. */
export const builtinMetrics: Metrics = combineMetrics(
  ...[prometheusItself, clientLibraries, nodeExporter, kubeStateMetrics].map(tableMetrics),
);
