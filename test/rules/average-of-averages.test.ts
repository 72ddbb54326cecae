import { expect, test } from "vitest";
import { averageOfAverages } from "../../rules/average-of-averages.js";
import { lint } from "../../src/lint/lint.js";
import { checkRule } from "./check-rule.js";

checkRule(averageOfAverages, {
  silent: [
    "avg(x)",
    "sum(avg by (pod) (x))",
    "avg(sum by (pod) (x))",
    "avg(max by (pod) (x))",
    "avg by (pod) (avg by (pod) (x))",
    "avg(avg by (pod) (sum by (pod) (x)))",
    "avg(used / total)",
    "avg(rate(x_sum[5m]) / rate(y_count[5m]))",
    "avg(rate(x_count[5m]) / rate(x_sum[5m]))",
    "avg(rate(x_sum[5m]) * rate(x_count[5m]))",
    "sum(rate(x_sum[5m])) / sum(rate(x_count[5m]))",
    "avg(sum by (pod) (rate(x_sum[5m]))) / avg(sum by (pod) (rate(x_count[5m])))",
    "avg by (pod) (sum by (pod) (rate(x_sum[5m])) / sum by (pod) (rate(x_count[5m])))",
    "avg(sum by (pod) (x) / count by (node) (x))",
    "avg(sum by (pod) (x) / count by (pod) (y))",
    "avg_over_time(avg(x)[1h:])",
  ],
  finds: {
    "avg(avg by (pod) (x))": ["avg"],
    "avg by (job) ((avg without (cpu) (rate(x_total[5m])) * 100))": ["avg"],
    "avg(avg by (pod) (avg by (pod, cpu) (x)))": ["avg", "avg"],
    "avg(rate(x_sum[5m]) / rate(x_count[5m]))": ["avg"],
    "avg by (job) (rate(x_sum[5m]) / (rate(x_count[5m]) > 0) * 1000 > 5)": ["avg"],
    "avg(sum by (pod) (increase(x_sum[5m])) / sum by (pod) (increase(x_count[5m])))": ["avg"],
    "avg(x_sum / x_count)": ["avg"],
    'avg(rate({"http.seconds_sum"}[5m]) / rate({"http.seconds_count"}[5m]))': ["avg"],
    "avg(sum by (pod) (x{}) / count by (pod) (x))": ["avg"],
  },
  helps: {
    "avg(avg by (pod) (x))": "take one average of all series",
    "avg(rate(x_sum[5m]) / rate(x_count[5m]))": "add up both sides, then divide",
  },
});

checkRule(
  averageOfAverages,
  {
    silent: ["avg($query)", "avg(rate(${metric}_sum[5m]) / rate(${metric}_count[5m]))"],
    finds: { 'avg(rate(x_sum{pod="$pod"}[$__rate_interval]) / rate(x_count[$__rate_interval]))': ["avg"] },
  },
  { variables: "grafana" },
);

test.each([
  ["avg(rate(x_sum[5m]) / rate(x_count[5m]))", "warning"],
  ["avg(avg by (pod) (x))", "info"],
  ["avg(sum by (pod) (x) / count by (pod) (x))", "info"],
])("%s is a finding of severity %s", (query, severity) => {
  expect(lint(query, { rules: [averageOfAverages] }).map((found) => found.severity)).toEqual([severity]);
});
