// A rule of your own: every selector names the cluster it reads.
import { defineRule, fix, lint, nodesOf } from "promql-lint";
import { recommended } from "promql-lint/rules";

const missingCluster = defineRule({
  id: "missing-cluster",
  summary: "A selector without `cluster` mixes the series of all clusters",
  category: "labels",
  severity: "warning",
  subject: "query",
  *check(query) {
    for (const { span, metric, matchers, braces } of nodesOf(query.root, "VectorSelector")) {
      if (!metric || matchers.some(({ label }) => label.text === "cluster")) continue;
      const [from, insert] = braces ? [braces.from + 1, 'cluster="$cluster",'] : [span.to, '{cluster="$cluster"}'];
      yield {
        at: metric.span,
        message: `\`${metric.text}\` mixes the series of all clusters`,
        fixes: [{ title: "Select by `cluster`", safety: "review", edits: [{ from, to: from, insert }] }],
      };
    }
  },
});

const options = { rules: [...recommended, missingCluster], variables: "grafana" } as const;
const query = 'up{job=~"api"} == 0 and on (node) kube_node_info';
for (const { severity, code, message } of lint(query, options)) console.log(`${severity} [${code}] ${message}`);
console.log(fix(query, { ...options, review: true }).text);

/* Prints:
warning [missing-cluster] `up` mixes the series of all clusters
warning [regex-without-pattern] `=~` compares `job` with one fixed value, so no pattern is matched
warning [missing-cluster] `kube_node_info` mixes the series of all clusters
up{cluster="$cluster",job="api"} == 0 and on (node) kube_node_info{cluster="$cluster"}
*/
