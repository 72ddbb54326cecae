// Renames a metric in a query and leaves everything else as it is written.
import { applyEdits, nodesOf, parse } from "promql-lint";

function renameMetric(query: string, from: string, to: string): string {
  const { expr } = parse(query, { variables: "grafana" });
  const selectors = expr ? [...nodesOf(expr, "VectorSelector")] : [];
  const tokens = selectors.flatMap(({ metric }) => (metric?.text === from ? [metric] : []));
  return applyEdits(
    query,
    tokens.map(({ span }) => ({ ...span, insert: to })),
  );
}

const query = `rate(node_cpu{mode="idle"}[$__rate_interval])   # not node_cpu_guest
  / ignoring (mode) group_left sum without (mode) (rate(node_cpu[$__rate_interval]))`;

console.log(renameMetric(query, "node_cpu", "node_cpu_seconds_total"));

/* Prints:
rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval])   # not node_cpu_guest
  / ignoring (mode) group_left sum without (mode) (rate(node_cpu_seconds_total[$__rate_interval]))
*/
