import { describe, expect, test } from "vitest";
import { attempt, type Attempt } from "../../../src/tutorial/attempt.js";
import type { Exercise } from "../../../src/tutorial/lesson.js";
import { demoClassroom } from "../course.js";
import { exerciseWith } from "../exercise.js";

const classroom = { ...demoClassroom(), rules: [] };
const idle = 'rate(node_cpu_seconds_total{mode="idle"}[5m])';
const requests = "sum by (pod) (rate(nginx_http_requests_total[5m]))";

/** What is said of a query, where another one is the answer. */
async function saidOf(query: string, answer: string, others: Partial<Exercise> = {}): Promise<string> {
  return said(await attempt(query, exerciseWith(answer, others), classroom));
}

function said({ obstacles }: Attempt): string {
  return obstacles
    .map((obstacle) => {
      if (obstacle.kind !== "difference") return obstacle.kind;
      return obstacle.help === undefined ? obstacle.message : `${obstacle.message} | ${obstacle.help}`;
    })
    .join("\n");
}

const adding =
  "`+` adds series one by one; `sum(…)` adds up all series of one selector: write it once, without the matchers in which the two sides differ";

test.each<[query: string, answer: string, said: string]>([
  [
    'sum_over_time(up{job="nginx"}[5m]) + sum_over_time(up{job="coredns"}[5m])',
    "sum(sum_over_time(up[5m]))",
    `your result is empty, where 1 series is wanted | ${adding}`,
  ],
  [
    'node_load1{instance="192.168.1.57:9100"} + on (job) node_load1{instance="192.168.3.41:9100"}',
    "sum(node_load1)",
    `your result has labels that are not wanted: \`job\` | ${adding}`,
  ],
  [
    'node_load1{instance="192.168.1.57:9100"} - on (job) node_load1{instance="192.168.3.41:9100"}',
    "sum(node_load1)",
    "your result has labels that are not wanted: `job` | of two sides that find each other with `on (…)`, only those labels stay that it names",
  ],
  [
    "sum without (cpu) (node_cpu_seconds_total)",
    "sum by (instance, mode) (node_cpu_seconds_total)",
    "your result has labels that are not wanted: `container`, `endpoint`, `job`, `namespace` and 2 more | `without (…)` keeps all labels but those that it names; `by (…)` keeps only those",
  ],
  [
    "sum by (job) (up) / count(up)",
    "avg by (job) (up)",
    "your result is empty, where 12 series are wanted | no series on the left of `/` has a partner on the right: they differ in `job`: keep `job` on the right side as well, with `by (job)`",
  ],
  [
    'round(increase(kube_pod_container_status_restarts_total{namespace="shop"}[1h]))',
    'increase(kube_pod_container_status_restarts_total{namespace="shop"}[1h])',
    '1 of 13 values differs: `{pod="checkout-jdl5lxrhxd-hqsxp"}` is 10, where 10.0418 is wanted | leave out `round()`: the rest is right',
  ],
  [
    "kube_pod_container_status_restarts_total[1h]",
    "increase(kube_pod_container_status_restarts_total[1h])",
    "your result is a range vector, where an instant vector is wanted | `kube_pod_container_status_restarts_total` is a counter: hand its samples to a function that makes one value of them, such as `increase()`",
  ],
  [
    "sum by (namespace) (kube_pod_info) / 1024 * 1024",
    "sum by (namespace) (kube_pod_info) / (1024 * 1024)",
    "your values are 1048576 times what is wanted | `/ 1024 * 1024` divides, and then multiplies: put the product in parentheses, `/ (1024 * 1024)`",
  ],
  [
    idle,
    `sum by (instance) (${idle})`,
    "your result has one series per `cpu`: 6 where 3 are wanted | one step is missing around your query: an aggregation, which makes one series of all that have the same `instance`; everything else is as wanted",
  ],
  [
    `sum by (instance, cpu) (${idle})`,
    `sum by (instance) (${idle})`,
    "your result has one series per `cpu`: 6 where 3 are wanted | of an aggregation, only those labels stay that `by (…)` names, and without it none",
  ],
  [
    `sum by (instance, job) (${idle})`,
    `sum by (instance) (${idle})`,
    "your result has labels that are not wanted: `job` | with `by (…)` only those labels stay that you name, and without it none",
  ],
  [
    "kube_pod_info",
    'kube_pod_info{namespace="ingress-nginx"}',
    "your result has 30 series, where 1 is wanted | a matcher on the label `namespace` is missing; everything else is as wanted",
  ],
  [
    "node_load1",
    "kube_node_info",
    "your result lacks the labels `internal_ip`, `node`, `provider_id`, `system_uuid` and 5 more: its series are 3, as wanted | `node_load1` is not the metric for this; everything else is as wanted",
  ],
  [
    `sum(${idle})`,
    `sum by (instance) (${idle})`,
    "your result lacks the label `instance`: its series are 1 where 3 are wanted | keep it: name it in `by (…)`",
  ],
  [
    `sum by (cpu) (${idle})`,
    `sum by (instance, mode) (${idle})`,
    "your result has the label `cpu`, where `instance` and `mode` are wanted: its series are 2 where 3 are wanted | the labels in `by (…)` are those that stay",
  ],
  [
    "kube_namespace_status_phase",
    "kube_namespace_status_phase == 1",
    'your result has 10 series, where 5 series are wanted: `{namespace="default", phase="Terminating"}` is not wanted, and 4 other differences | one step is missing around your query: a comparison, which leaves out series; everything else is as wanted',
  ],
  [
    'count by (job) (up{job="nginx"})',
    'count by (job) (up{job="coredns"})',
    'your result has other series than those that are wanted: `{job="nginx"}` is not wanted and `{job="coredns"}` is missing | look at the matcher with `"nginx"`; everything else is as wanted',
  ],
  [
    "sum by (pod) (rate(nginx_http_requests_total[5m])) * 60",
    requests,
    "your values are 60 times what is wanted | look at the unit of time: a minute is 60 seconds",
  ],
  [
    "sum(rate(nginx_http_requests_total[5m])) / 100",
    "sum(rate(nginx_http_requests_total[5m]))",
    "your values are 1/100 of what is wanted | percent, or a ratio? A ratio runs from 0 to 1, a percentage from 0 to 100",
  ],
  [`${requests} * 8`, requests, "your values are 8 times what is wanted | a byte is 8 bits: do not mix the two"],
  [
    "sum by (pod) (rate(nginx_http_requests_total[5m]))",
    "sum by (pod) (increase(nginx_http_requests_total[5m]))",
    "your values are 1/300 of what is wanted | `rate()` counts per second; `increase()` counts over all of the 5m",
  ],
  [
    "sum by (pod) (increase(nginx_http_requests_total[1h]))",
    "sum by (pod) (rate(nginx_http_requests_total[1h]))",
    "your values are 3600 times what is wanted | `increase()` counts over all of the 1h; `rate()` counts per second",
  ],
  [
    `${requests} * 17`,
    requests,
    "your values are 17 times what is wanted | leave out `*` and what follows it: the rest is right",
  ],
  [`-${requests}`, requests, "your values have the opposite sign | turn the difference round"],
  [
    "sum(rate(nginx_http_requests_total[5m])) * 17",
    "sum(rate(nginx_http_requests_total[5m]))",
    "your value is 636.21, where 37.4241 is wanted | leave out `*` and what follows it: the rest is right",
  ],
  [
    `avg by (instance) (${idle})`,
    `1 - avg by (instance) (${idle})`,
    "each of your values is what is missing to 1 of the one that is wanted | take it from 1",
  ],
  [
    `avg by (instance) (${idle})`,
    `min by (instance) (${idle})`,
    '3 of 3 values differ: `{instance="192.168.1.57:9100"}` is 0.600579, where 0.584596 is wanted | `avg` is not the aggregation for this; everything else is as wanted',
  ],
  [
    'up{job="nginxx"}',
    'up{job="nginx"}',
    'your result is empty, where 2 series are wanted | no series of `up` has `job="nginxx"`: did you mean `nginx`?',
  ],
  [
    "up",
    'up{job="etcd"}',
    "your result has 26 series, where none is wanted | a matcher on the label `job` is missing; everything else is as wanted",
  ],
  [
    "scalar(sum(up))",
    "sum(up)",
    "your result is a single number without labels, where an instant vector is wanted | leave out `scalar()`, or aggregate with `by` to keep labels",
  ],
  [
    'up{job="nginx"}[1m]',
    'up{job="nginx"}',
    "your result is a range vector, where an instant vector is wanted | leave out the brackets: without them, a query gives the newest value of each series",
  ],
  [
    '"up"',
    "sum(up)",
    "your result is a text, where an instant vector is wanted | write a selector without quotes around it",
  ],
])("%s for %s", async (query, answer, expected) => {
  expect(await saidOf(query, answer)).toBe(expected);
});

const restarts = 'increase(kube_pod_container_status_restarts_total{namespace="shop"}[1h])';
const rates = "rate(nginx_http_requests_total[5m])";

describe("which way to look", () => {
  test.each<[query: string, answer: string, help: string]>([
    [
      "rate(nginx_http_requests_total[1m])",
      rates,
      "the range is `1m`, where `5m` is wanted; everything else is as wanted",
    ],
    [
      "sum(rate(nginx_http_requests_total[5m] offset 1h))",
      "sum(rate(nginx_http_requests_total[5m] offset 30m))",
      "the offset is `1h`, where `30m` is wanted; everything else is as wanted",
    ],
    [
      "nginx_http_requests_total",
      rates,
      "`nginx_http_requests_total` is a counter: its value is what was counted since its program started; ask how much it grows",
    ],
    [
      "node_load1",
      "max_over_time(node_load1[1h])",
      "this is the newest value of each series; the goal asks for values over a time, so select a range",
    ],
    [
      "min_over_time(node_load1[1h])",
      "max_over_time(node_load1[1h])",
      "`min_over_time()` is not the function for this; everything else is as wanted",
    ],
    [`sum by (pod) (${rates})`, rates, "leave out `sum by (pod)`: the rest is right"],
    [
      "sum by (pod) (rate(nginx_http_requests_total[1m]))",
      rates,
      "leave out `sum by (pod)`: each series is wanted by itself",
    ],
    [`avg(${rates})`, `sum(${rates})`, "`avg` is not the aggregation for this; everything else is as wanted"],
    [`abs(${rates})`, `-${rates}`, "turn the difference round"],
    [`${rates} * 1e6`, rates, "look at the unit: mega and micro are factors of 1000000"],
    [`${restarts} < 3`, `${restarts} > 3`, "the comparison `<` is turned round; everything else is as wanted"],
    [
      "node_memory_MemAvailable_bytes < node_memory_MemTotal_bytes / 2",
      "node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes < 0.5",
      "`<` gives the values of its left side: calculate there what the goal asks for",
    ],
    [
      "kube_deployment_spec_replicas > kube_deployment_status_replicas_available",
      "kube_deployment_spec_replicas - kube_deployment_status_replicas_available > 0",
      "`>` gives the values of its left side: calculate there what the goal asks for",
    ],
    [
      restarts,
      `${restarts} > 3`,
      "one step is missing around your query: a comparison, which leaves out series; everything else is as wanted",
    ],
    [`${restarts} > 3`, restarts, "leave out `>` and what follows it: the rest is right"],
    [
      'sum by (mode) (rate(node_cpu_seconds_total{mode=~"i.*"}[5m]))',
      "sum by (mode) (rate(node_cpu_seconds_total[5m]))",
      'leave out the matcher `mode=~"i.*"`: the rest is right',
    ],
    [
      "node_load1 > bool 1",
      "node_load1 + 0",
      "`bool` makes 0 and 1 of a comparison; without it, the series that fulfil it stay as they are",
    ],
    [
      "sum by (instance) (node_memory_MemTotal_bytes) / sum by (instance) (node_memory_MemFree_bytes)",
      "sum by (instance) (node_memory_MemFree_bytes) / sum by (instance) (node_memory_MemTotal_bytes)",
      "turn the division round",
    ],
    [
      "sum(node_memory_MemTotal_bytes) / 1e6",
      "sum(node_memory_MemTotal_bytes) / 1024 ^ 2",
      "look at the unit: a MB is 1000 * 1000 bytes, and a MiB is 1024 * 1024",
    ],
    [
      "rate(nginx_http_requests_total[1m]) / 60",
      "rate(nginx_http_requests_total[1m])",
      "look at the unit of time: a minute is 60 seconds",
    ],
    ["sum(node_load1) / 60", "sum(node_load1 + 0)", "look at the unit of time: a minute is 60 seconds"],
    [
      `sum by (node) (${idle})`,
      `sum by (instance) (${idle})`,
      "your series have no label `node`, by which they are grouped",
    ],
    [`100 - ${rates} * 100`, rates, "nothing has to be calculated here: leave out the arithmetic"],
    [
      "node_load1[1h]",
      "max_over_time(node_load1[1h])",
      "`node_load1` is a gauge: hand its samples to a function that makes one value of them, such as `avg_over_time()` or `max_over_time()`",
    ],
    [
      "nginx_http_requests_total[5m]",
      rates,
      "`nginx_http_requests_total` is a counter: hand its samples to a function that makes one value of them, such as `rate()`",
    ],
    [
      '{__name__=~"node_load[1]"}[5m]',
      'max_over_time({__name__=~"node_load[1]"}[5m])',
      "hand the range to a function that makes one value of its samples: `rate()` for a counter, `avg_over_time()` for a gauge",
    ],
    [
      "rate(nginx_http_requests_total[5m:])",
      rates,
      "the colon in `[5m:]` makes a subquery, which computes what stands before it again and again, and misses the samples in between: leave out the colon to read the samples themselves",
    ],
    [
      "rate(sum(nginx_http_requests_total)[5m:1m])",
      `sum(${rates})`,
      "first `rate()` of each series, then `sum`: `sum(rate(…[5m]))`, where no colon is needed",
    ],
    [
      `sum by (instance) (node_load1) / sum by (instance) (${idle})`,
      `sum by (instance) (max_over_time(node_load1[1h])) / sum by (instance) (${idle})`,
      "one step is missing around `node_load1`: a range in brackets, and a function that gives the highest sample of each series; everything else is as wanted",
    ],
    [
      "sum by (instance) (node_memory_MemTotal_bytes) / 1024",
      "sum by (instance) (node_memory_MemTotal_bytes) / 1024 / 7",
      "one step is missing around your query: a calculation with a number; everything else is as wanted",
    ],
    [
      'kube_pod_info{namespace=~"default|ingress*"}',
      'kube_pod_info{namespace=~"default|ingress-nginx"}',
      '`ingress*` in `namespace=~"default|ingress*"` fits no value: `*` repeats the character before it, and `.*` stands for any characters: write `ingress.*`, which fits `ingress-nginx`',
    ],
    [
      'sum(kube_pod_info{namespace=~"default|ingres"})',
      'sum(kube_pod_info{namespace=~"default|ingress-nginx"})',
      '`ingres` in `namespace=~"default|ingres"` fits no value: a pattern has to fit the whole value, and this one fits only its beginning: add `.*` or `.+` at the end; it has `ingress-nginx` and 4 more',
    ],
    [
      'kube_pod_info{namespace!~"default|ingress-nginx"}',
      'kube_pod_info{namespace=~"default|ingress-nginx"}',
      "look at the sign `!~` of a matcher; everything else is as wanted",
    ],
    [
      "sum by (instance) (rate(node_cpu_seconds_total[5m]))",
      'sum by (instance) (rate(node_cpu_seconds_total{mode!="idle"}[5m]))',
      "a matcher on the label `mode` is missing; everything else is as wanted",
    ],
    [
      'sum by (instance) (rate(node_cpu_seconds_total{mode!="idle",cpu="0"}[5m]))',
      'sum by (instance) (rate(node_cpu_seconds_total{mode!="idle"}[5m]))',
      'leave out the matcher `cpu="0"`: the rest is right',
    ],
    [
      'sum by (instance) (rate(node_cpu_seconds_total{cpu="0",mode="user"}[5m]))',
      'sum by (instance) (rate(node_cpu_seconds_total{mode=~"i.*",cpu="0"}[5m]))',
      'look at the matcher `mode="user"`; everything else is as wanted',
    ],
    [
      "1 - node_memory_MemTotal_bytes / node_memory_MemFree_bytes",
      "1 - node_memory_MemFree_bytes / node_memory_MemTotal_bytes",
      "exchange the two sides of `/`; everything else is as wanted",
    ],
    [
      "1 - sum by (instance) (node_load1) * 100",
      "(1 - sum by (instance) (node_load1)) * 100",
      "all that is wanted is there: look at the parentheses, and at what stands on which side",
    ],
    ["node_load1 > 1", 'sum by (job) (up{job="nginx"})', "is `node_load1` the metric that the goal speaks of?"],
    [
      "max(node_load1)",
      "max_over_time(node_load1[1h])",
      "`max` makes one series of several; for the samples of each series over a time there are functions whose names end in `_over_time`",
    ],
    ["node_load5", "node_load1", "`node_load5` is not the metric for this; everything else is as wanted"],
    [
      "idle",
      'node_cpu_seconds_total{mode="idle"}',
      'there is no metric `idle`: it is a value of the label `mode`; write `node_cpu_seconds_total{mode="idle"}`',
    ],
    ["MemFree", "node_memory_MemFree_bytes", "there is no metric `MemFree`: did you mean `node_memory_MemFree_bytes`?"],
    [
      "rate(nginx[5m])",
      "rate(nginx_http_requests_total[5m])",
      "there is no metric `nginx`: did you mean `nginx_http_requests_total`?",
    ],
    [
      "rate(counter[5m])",
      "rate(nginx_http_requests_total[5m])",
      "there is no metric `counter`: the word means a metric that only goes up, and starts again at 0 when its program does; `nginx_http_requests_total` is one",
    ],
    [
      "sum(mode)",
      'sum(node_cpu_seconds_total{mode="idle"})',
      'there is no metric `mode`: it is a label; write `node_cpu_seconds_total{mode="…"}`',
    ],
    [
      "max",
      "max_over_time(node_load1[1h])",
      "there is no metric `max`: it is an aggregation, which makes one series of many; write it with what it reads in parentheses: `max(…)`",
    ],
    [
      "draw",
      "max_over_time(node_load1[1h])",
      "there is no metric `draw`: type the query alone: its result is drawn by itself",
    ],
    [
      'node_load1{mode="idle"}',
      'node_cpu_seconds_total{mode="idle"}',
      "no series of `node_load1` has a label `mode`: it has `pod`, `container`, `endpoint`, `instance`, `job`, `namespace`, `service`",
    ],
    ["node_laod1", "node_load1", "there is no metric `node_laod1`: did you mean `node_load1`?"],
  ])("%s for %s", async (query, answer, help) => {
    expect((await saidOf(query, answer)).replace(/^.*? \| /, "")).toBe(help);
  });
});

test("series are told by what the queries name, or by names that people read", async () => {
  const said = async (query: string, answer: string) => (await saidOf(query, answer)).replace(/ \|.*$/, "");
  expect(await said('kube_pod_info{namespace="default"}', 'kube_pod_info{namespace=~"default|ingress-nginx"}')).toMatch(
    /: `\{namespace="ingress-nginx", pod="ingress-nginx-[^"]*"\}` is missing$/,
  );
  expect(await said(`${restarts} < 3`, `${restarts} > 3`)).toMatch(/`\{pod="checkout-[^"]*"\}` is missing/);
});

test("labels that are many are not all named", async () => {
  expect(await saidOf(`sum(${rates})`, `${rates} > 0`)).toBe(
    "your result lacks the labels `instance`, `pod` and 5 more: its series are 1 where 2 are wanted | leave out `sum`: each series is wanted by itself",
  );
});

test.each<[query: string, answer: string]>([
  [`avg by (instance) (${idle})`, `sum by (instance) (${idle}) / count by (instance) (${idle})`],
  [
    "sum without (container, endpoint, instance, job, namespace, service) (rate(nginx_http_requests_total[5m]))",
    requests,
  ],
  ["nginx_http_requests_total + 0", "nginx_http_requests_total"],
  ["1 + 1", "2"],
  ["0 / 0", "-(0 / 0)"],
  ['{__name__=~"node_load1|node_load5"}', '{__name__=~"node_load[15]"}'],
  ['absent(up{job="nginx"})', 'up{job="etcd"}'],
  ["sort_desc(node_load1)", "sort(node_load1)"],
])("%s is as good as %s", async (query, answer) => {
  expect(await saidOf(query, answer)).toBe("");
});

test("the name of the metric counts where the exercise says so", async () => {
  const answer = "nginx_connections_active";
  expect(await saidOf(`${answer} + 0`, `${answer} > 0`, { name: true })).toBe(
    "your result lacks the name of the metric | functions, aggregations and arithmetic take it away, and comparisons keep it",
  );
});

test("the order counts where the exercise says so", async () => {
  const answer = "sort_desc(sum by (instance) (node_load1))";
  const wrong = "the series are right, and their order is not | sort the result";
  expect(await saidOf("sort(sum by (instance) (node_load1))", answer, { order: true })).toBe(wrong);
  expect(await saidOf(answer, answer, { order: true })).toBe("");
});

test("values that are missing in a range", async () => {
  expect(await saidOf("sum(node_load1) > 3", "sum(node_load1)", { kind: "range" })).toMatch(
    /^your series has \d+ values over time, where 61 are wanted \|/,
  );
});

test("a result of another time", async () => {
  const answer = "sum by (pod) (nginx_http_requests_total offset 30m)";
  expect(await saidOf("sum by (pod) (nginx_http_requests_total)", answer, { ago: 1800 })).toMatch(
    /^2 of 2 values differ/,
  );
  expect(await saidOf(answer, answer, { ago: 1800 })).toBe("");
});
