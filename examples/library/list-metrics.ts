// Which metrics a query reads, and by which labels it selects and groups.
import { metricOf, nodesOf, parse, seriesType, builtinMetrics } from "promql-lint";

const query = `
  sum by (namespace) (kube_pod_container_status_restarts_total{container!="proxy"})
    / on (namespace) group_left
  count by (namespace) (kube_pod_info{node=~"worker-.*"})
`;
const { expr } = parse(query);

for (const selector of expr ? nodesOf(expr, "VectorSelector") : []) {
  const metric = metricOf(selector)?.text ?? "any metric";
  const labels = selector.matchers.map(({ label }) => label.text);
  console.log(`${metric} (${seriesType(metric, builtinMetrics).type}), selected by ${labels.join(", ")}`);
}
for (const { op, grouping } of expr ? nodesOf(expr, "Aggregation") : []) {
  console.log(`${op.text} ${grouping?.mode.text ?? ""} ${grouping?.labels.map(({ text }) => text).join(", ") ?? ""}`);
}

/* Prints:
kube_pod_container_status_restarts_total (counter), selected by container
kube_pod_info (gauge), selected by node
sum by namespace
count by namespace
*/
