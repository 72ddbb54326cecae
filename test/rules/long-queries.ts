/** Makes a query of so many parts. */
type Queries = Readonly<Record<string, (count: number) => string>>;

const many = (count: number, part: (k: number) => string, between: string) =>
  Array.from({ length: count }, (_, k) => part(k)).join(between);

const nested = (count: number, open: string, inner: string, close: string) =>
  open.repeat(count) + inner + close.repeat(count);

/** Long queries with much for the rules to look at; none is deep. */
export const longQueries: Queries = {
  "a sum": (n) => many(n, () => "a", " + "),
  "a sum of many metrics": (n) => many(n, (k) => `m${k}`, " + "),
  alternatives: (n) => many(n, (k) => `m${k} > 0`, " or "),
  "alternatives of numbers": (n) => many(n, (k) => `vector(${k})`, " or "),
  conditions: (n) => many(n, (k) => `a{l${k}="x"}`, " and on (job) "),
  exceptions: (n) => many(n, () => "a", " unless "),
  comparisons: (n) => many(n, () => "a", " > "),
  "labels taken from one side": (n) => many(n, () => "a", " * on (pod) group_left (node) "),
  "labels taken in vain": (n) =>
    `sum by (pod) (${many(n, (k) => `m${k} * on (pod) group_left (l${k}) b`, " * on (pod) group_left (node) ")})`,
  "labels that are missing": (n) => many(n, () => "sum by (a) (m)", " * on (a) group_right (z) "),
  "joins in parentheses": (n) => many(n, () => "(a * on (pod) group_left (node) b)", " / on (pod) "),
  "groups that are missing": (n) => many(n, () => "sum by (a, code) (m)", " / on (a) "),
  "ratios without a group": (n) =>
    many(n, () => "sum by (a, code) (rate(m[5m])) / on (a) sum by (a) (rate(m[5m]))", " + "),
  "sums of the same labels": (n) => many(n, () => "sum by (job) (a)", " / "),
  "sums beside what was scraped": (n) => many(n, (k) => (k % 2 ? "sum(a)" : "up"), " / "),
  quantiles: (n) => many(n, () => "histogram_quantile(0.9, sum by (job) (rate(x_bucket[5m])))", " + "),
  "groups by a lost bucket label": (n) =>
    `sum by (le) (${many(n, () => "sum by (le) (sum by (job) (rate(x_bucket[5m])))", " + ")})`,
  "a quantile of many groups": (n) =>
    `histogram_quantile(0.9, ${many(n, () => "sum by (le, pod) (sum by (job) (rate(x_bucket[5m])))", " or ")})`,
  "groups by lost labels": (n) => many(n, () => "sum by (x) (sum by (y) (a))", " + "),
  "a group by many lost labels": (n) =>
    `sum by (${many(n, (k) => `x${k}`, ", ")}) (${many(n, () => "sum by (y) (a)", " + ")})`,
  "a list of labels": (n) => `sum by (${many(n, (k) => `l${k}`, ", ")}) (a)`,
  "a list of one label": (n) => `sum by (${many(n, () => "l", ", ")}) (a)`,
  "a list of lost labels": (n) => `sum(a) * on (${many(n, (k) => `l${k}`, ", ")}) b`,
  "a list of unused labels": (n) => `sum(a * on (job) group_left (${many(n, (k) => `l${k}`, ", ")}) b)`,
  "a list of missing labels": (n) => `a * on (job) group_left (${many(n, (k) => `l${k}`, ", ")}) sum by (job) (b)`,
  matchers: (n) => `a{${many(n, (k) => `l${k}="x"`, ", ")}}`,
  "matchers with patterns": (n) => `a{${many(n, (k) => `l${k}=~"^x$"`, ", ")}}`,
  "matchers that say the same": (n) => `a{${many(n, () => 'l="x"', ", ")}}`,
  "matchers of one label": (n) => `a{${many(n, (k) => `l!="x${k}"`, ", ")}}`,
  "misspelt labels": (n) => `node_cpu_seconds_total{${many(n, (k) => `mods=~"x${k}"`, ", ")}}`,
  "groups by former labels": (n) => many(n, () => "sum by (pod_name) (container_memory_rss)", " + "),
  "a group by misspelt labels": (n) =>
    `sum by (${many(n, () => "mods", ", ")}) (${many(n, () => "node_cpu_seconds_total", " + ")})`,
  "a pattern of alternatives": (n) => `a{l=~"${many(n, (k) => `v${k}`, "|")}"}`,
  "sources of a label": (n) => `label_join(sum(a), "x", "-", ${many(n, (k) => `"l${k}"`, ", ")})`,
  "replaced labels": (n) => many(n, () => 'label_replace(sum by (j) (a), "x", "$1", "y", "(.*)")', " + "),
  "rates of gauges": (n) => many(n, () => "rate(node_load1[5m])", " + "),
  "rates of sums": (n) => many(n, () => "rate(sum(x_total)[5m:])", " + "),
  "short windows": (n) => many(n, () => "rate(node_cpu_seconds_total[30s])", " + "),
  "raw counters": (n) => many(n, () => "http_requests_total > 5", " or "),
  absences: (n) => many(n, () => 'absent(a{job="x"})', " or "),
  "equal sides": (n) => many(n, () => "(a / a)", " + "),
  "counts of nothing": (n) => many(n, () => "count(a) == 0", " or "),
  comments: (n) => many(n, (k) => `a # ${k}\n`, " + "),
};

/** Deep queries, most of which mean little. */
export const deepQueries: Queries = {
  parentheses: (n) => nested(n, "(", "a", ")"),
  functions: (n) => nested(n, "abs(", "a", ")"),
  sums: (n) => nested(n, "sum by (a) (", "a", ")"),
  "sums by other labels": (n) => many(n, (k) => `sum by (l${k}) (`, "") + "a" + ")".repeat(n),
  "sums of alternatives": (n) => nested(n, "sum by (a) (b or ", "a", ")"),
  "sums by a former label": (n) => nested(n, "sum by (pod_name) (container_memory_rss + ", "container_memory_rss", ")"),
  "right sides": (n) => nested(n, "(a + ", "b", ")"),
  joins: (n) => nested(n, "sum by (pod) (a * on (pod) group_left (node) ", "b", ")"),
  "joins with joins": (n) => nested(n, "a * on (pod) group_left (node) (", "b", ")"),
  shares: (n) => nested(n, "sum by (a, code) (", "m", ") / on (a) sum by (a) (m)"),
  subqueries: (n) => nested(n, "max_over_time((", "a", ")[5m:1m])"),
  powers: (n) => nested(n, "a ^ (", "b", ")"),
  "replaced labels": (n) => nested(n, "label_replace(", "a", ', "x", "$1", "y", "(.*)")'),
  quantiles: (n) => nested(n, "histogram_quantile(0.9, ", "x_bucket", ")"),
  absences: (n) => nested(n, "absent(", "a", ")"),
  "groups that differ": (n) => nested(n, "(sum(a) / ", "b", ")"),
  "equal sides": (n) => nested(n, "(", "a", " / a)"),
  numbers: (n) => nested(n, "vector(scalar(", "a", "))"),
};
