import { unusedJoinLabel } from "../../rules/unused-join-label.js";
import { checkRule } from "./check-rule.js";

const join = "a * on (pod) group_left (node) b";

checkRule(unusedJoinLabel, {
  silent: [
    join,
    `sum by (node) (${join})`,
    `sum without (pod) (${join})`,
    `sum by (pod) (${join} * on (node) c)`,
    `sum by (pod) (topk by (node) (1, ${join}))`,
    `sum by (pod) (max_over_time((${join})[5m:1m]))`,
    `sum by (pod) (label_replace(${join}, "host", "$1", "node", "(.*)"))`,
    `sum by (host) (label_join(${join}, "host", "-", "node", "pod"))`,
    `sum by (pod) (label_replace(${join}, "pod", "all", "", ""))`,
    `sum by (pod) (histogram_quantile(0.9, ${join}))`,
    `sum by (pod) ((${join}) / c)`,
    `sum by (pod) ((${join}) and c)`,
    `(${join}) and on (pod) c`,
    `c or on (pod) (${join})`,
    `c * on (pod) group_left (node) (${join})`,
    `sum by (pod, y) (c * ignoring (x) group_left (y) (${join}))`,
    `sum by (pod) ((${join}) * on (x) group_left (pod) c)`,
    `sum by (pod) (a * on (pod) group_left b)`,
    "sum by (pod) (a == on (__name__) group_left (node) b)",
    "sum by (node) (a * on (pod) group_left (node) sum by (pod) (b))",
    'count_values by (node) ("value", a * on (pod) group_left (node) b)',
  ],
  finds: {
    [`sum by (pod) (${join})`]: ["node"],
    "sum by (pod) (a * on (pod) group_left (node) sum by (pod) (b))": ["node"],
    [`sum(${join})`]: ["node"],
    [`sum without (node) (${join})`]: ["node"],
    [`absent(${join})`]: ["node"],
    [`scalar(${join}) + 1`]: ["node"],
    [`(${join}) / on (pod) c`]: ["node"],
    [`(${join}) / ignoring (node) c`]: ["node"],
    [`c and on (pod) (${join})`]: ["node"],
    [`c unless ignoring (node) (${join})`]: ["node"],
    [`sum by (pod) ((${join}) unless ignoring (node) c)`]: ["node"],
    [`c * on (pod) group_left () (${join})`]: ["node"],
    [`c * on (pod) group_left (zone) (${join})`]: ["node"],
    [`(${join}) * on (pod) group_left (node) c`]: ["node"],
    [`sum by (pod) (abs(-(${join})) > 0)`]: ["node"],
    [`sum by (pod) (topk by (pod) (1, ${join}))`]: ["node"],
    [`sum by (pod) (label_replace(${join}, "host", "$1", "zone", "(.*)"))`]: ["node"],
    [`sum by (pod) (rate(x[5m]) + on (pod) group_left () (${join}))`]: ["node"],
    "sum by (pod) (b * on (pod) group_right (node, zone) a)": ["node, zone"],
    "sum by (pod, zone) (a * on (pod) group_left (node, zone, rack) b)": ["node"],
    "sum by (pod) (a * on (pod) group_left (zone) b * on (pod) group_left (node) c)": ["zone", "node"],
    'sum by (pod) (a * on (pod) group_left ("k8s.node") b)': ['"k8s.node"'],
    'count_values by (pod) ("value", a * on (pod) group_left (node) b)': ["node"],
  },
  fixes: {
    [`sum by (pod) (${join})`]: "review: sum by (pod) (a * on (pod) group_left () b)",
    "sum by (pod) (sum by (pod) (a) * on (pod) group_left (node) b)":
      "safe: sum by (pod) (sum by (pod) (a) * on (pod) group_left () b)",
    "sum by (pod, zone) (sum by (pod) (a) * on (pod) group_left (node, zone, rack) b)":
      "safe: sum by (pod, zone) (sum by (pod) (a) * on (pod) group_left (zone) b)",
    "sum by (zone) (a * on (pod) group_left (zone, node, rack) b)":
      "review: sum by (zone) (a * on (pod) group_left (zone) b)",
    "sum by (zone) (a * on (pod) group_left (node, zone, rack,) b)":
      "review: sum by (zone) (a * on (pod) group_left (zone,) b)",
    "sum(a * on (pod) group_left (node, zone, rack) b)": "review: sum(a * on (pod) group_left () b)",
    "sum(a * on (pod) group_left (\n  node, # where it runs\n  zone,\n) b)":
      "review: sum(a * on (pod) group_left (\n  # where it runs\n  \n) b)",
  },
});

checkRule(
  unusedJoinLabel,
  {
    silent: [
      `sum by ($by) (${join})`,
      `sum without ($labels) (${join})`,
      `sum by (pod) (${join} * on ($labels) c)`,
      `sum by (pod) (label_replace(${join}, "$target", "$1", "zone", "(.*)"))`,
      "sum by (pod) (a * on (pod) group_left ($labels) b)",
      `sum by (pod) ((${join}) * $factor)`,
    ],
    finds: { 'sum by (pod) (a{pod=~"$pod"} * on (pod) group_left (node) b)': ["node"] },
  },
  { variables: "grafana" },
);

checkRule(
  unusedJoinLabel,
  {
    silent: [
      `sum by (pod) (limit_ratio(0.5, ${join}))`,
      `sum by (pod) (limitk by (pod) (1, ${join}))`,
      `sum by (pod) (sort_by_label(${join}, "node"))`,
      `sum by (pod) (info(${join}))`,
    ],
  },
  { prometheus: { features: ["promql-experimental-functions"] } },
);
