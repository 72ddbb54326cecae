import { clientLibraries } from "./builtin/client.js";
import { kubeStateMetrics } from "./builtin/kube-state-metrics.js";
import { nodeExporter } from "./builtin/node-exporter.js";
import { prometheusItself } from "./builtin/scrape.js";
import { metricsOfTable } from "./builtin/table.js";
import { type Metrics, metricsOf } from "./metrics.js";

/** What is known without asking anybody; the tables are read on the first question. */
export const builtinMetrics: Metrics = {
  metric: (name) => read().metric(name),
  all: () => read().all(),
};

let metrics: Metrics | undefined;

function read(): Metrics {
  metrics ??= metricsOf(
    [prometheusItself, clientLibraries, nodeExporter, kubeStateMetrics].flatMap((table) => [...metricsOfTable(table)]),
  );
  return metrics;
}
