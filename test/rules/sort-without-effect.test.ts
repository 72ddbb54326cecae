import { sortWithoutEffect } from "../../rules/sort-without-effect.js";
import { checkRule } from "./check-rule.js";

/** `sort_by_label()` and `limitk` are experimental. */
const prometheus = { features: ["promql-experimental-functions"] } as const;

const lostAnywhere = {
  silent: ["x", "max(x)", "limitk(3, sort(x))", "limit_ratio(0.5, sort_desc(x) * 2)"],
  finds: {
    "max(sort(x))": ["sort"],
    "sum by (job) (sort_desc(x) * 2)": ["sort_desc"],
    "absent(sort(x))": ["sort"],
    "vector(scalar(sort(x)))": ["sort"],
    "rate(sort(x)[5m:1m])": ["sort"],
    "limitk(3, sum by (job) (sort(x)))": ["sort"],
    "max(sort(# in order\nsort_desc(x)))": ["sort", "sort_desc"],
    "max(sort_by_label({'http.requests'}, 'http.job'))": ["sort_by_label"],
  },
};

checkRule(
  sortWithoutEffect,
  {
    ...lostAnywhere,
    silent: [
      ...lostAnywhere.silent,
      "sort(x)",
      "(sort_desc(x))",
      "sort_desc(x) * 100 > 5",
      "-sort(x)",
      "sort(x) and y",
      "round(sort(x))",
      "sort(a) or sort(b)",
      "sort_by_label(x, 'job')",
      "topk(scalar(max(x)), x)",
    ],
    fixes: {
      "max(sort(x))": "review: max(x)",
      "max(sort(count by (job) (x)))": "safe: max(count by (job) (x))",
      "max(sort_by_label(x, 'a', 'b'))": "safe: max(x)",
      "min(sort_by_label_desc((x), 'a'))": "safe: min((x))",
      "max(sort(a > 1) * 2)": "safe: max((a > 1) * 2)",
      "max(2 * sort_by_label(a + b, 'a'))": "safe: max(2 * (a + b))",
      "max(sort((a > 1)) * 2)": "safe: max((a > 1) * 2)",
      "max(sort(a > 1))": "safe: max(a > 1)",
      "sum(sort_by_label(x, 'a'))": "review: sum(x)",
      "sum(max(sort_by_label(x, 'a')))": "review: sum(max(x))",
      "topk(1, sort_by_label(x, 'a'))": "review: topk(1, x)",
      "max(sort(-x))": "review: max(-x)",
      "max(sort(a + b))": "review: max(a + b)",
      "max(sort(sqrt(x) + abs(y)))": "safe: max(sqrt(x) + abs(y))",
      "max(sort(rate(x_total[5m])))": "review: max(rate(x_total[5m]))",
      "max(sort(a == b))": "review: max(a == b)",
      "deriv(sort(max by (job) (x))[5m:1m])": "safe: deriv(max by (job) (x)[5m:1m])",
      "absent(sort(x{job='api'}))": "none",
      "max(timestamp(sort(x)))": "none",
      "max(sort(max by (job) (x)))": "none",
      "max(sort( # in order\nx))": "none",
    },
    helps: { "max(sort( # in order\nx))": "remove `sort()`" },
  },
  { prometheus },
);

checkRule(
  sortWithoutEffect,
  { ...lostAnywhere, silent: [...lostAnywhere.silent, "sort(x)"] },
  { use: "instant", prometheus },
);

for (const use of ["alert", "record", "range"] as const) {
  checkRule(
    sortWithoutEffect,
    {
      ...lostAnywhere,
      finds: {
        ...lostAnywhere.finds,
        "sort(x)": ["sort"],
        "sort_desc(a) / sort(b) > 5": ["sort_desc", "sort"],
        "sort_desc(sort_by_label(x, 'job'))": ["sort_desc", "sort_by_label"],
        "topk(3, x) or sort(x)": ["sort"],
      },
      fixes: {
        "sort_desc(sum by (job) (rate(x_total[5m]))) > 5": "review: sum by (job) (rate(x_total[5m])) > 5",
        "sort(count by (job) (x))": "safe: count by (job) (x)",
        "sort(a < 5) / 2": "safe: (a < 5) / 2",
        "2 ^ sort(-count(x))": "safe: 2 ^ (-count(x))",
        "sort(\n  count(x)\n)": "safe: count(x)",
        "sort(count(x) # all\n)": "none",
        "sort_by_label(http_request_duration_seconds, 'job')": "safe: http_request_duration_seconds",
      },
    },
    { use, prometheus },
  );
}

checkRule(
  sortWithoutEffect,
  {
    fixes: {
      'sort_desc(max by ($by) (x{pod="$pod"}))': 'safe: max by ($by) (x{pod="$pod"})',
      "sort($query)": "review: $query",
    },
  },
  { use: "range", variables: "grafana", prometheus },
);
