import { expect, test } from "vitest";
import { attempt, type Attempt } from "../../src/tutorial/attempt.js";
import type { Exercise } from "../../src/tutorial/lesson.js";
import { demoClassroom } from "./course.js";
import { exerciseWith } from "./exercise.js";

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

test.each<[query: string, answer: string, said: string]>([
  [
    idle,
    `sum by (instance) (${idle})`,
    "your result has one series per `cpu`: 6 where 3 are wanted | aggregate it away: with `by (…)` only those labels stay that you name",
  ],
  [
    `sum by (instance, cpu) (${idle})`,
    `sum by (instance) (${idle})`,
    "your result has one series per `cpu`: 6 where 3 are wanted | aggregate it away: with `by (…)` only those labels stay that you name",
  ],
  [
    `sum by (instance, job) (${idle})`,
    `sum by (instance) (${idle})`,
    "your result has labels that are not wanted: `job` | with `by (…)` only those labels stay that you name",
  ],
  [
    `sum(${idle})`,
    `sum by (instance) (${idle})`,
    "your result lacks the label `instance`: its series are 1 where 3 are wanted | keep it: name it in `by (…)`, or take it over in a join",
  ],
  [
    `sum by (cpu) (${idle})`,
    `sum by (instance, mode) (${idle})`,
    "your result has the label `cpu`, where `instance` and `mode` are wanted: its series are 2 where 3 are wanted",
  ],
  [
    "kube_namespace_status_phase",
    "kube_namespace_status_phase == 1",
    'your result has 10 series, where 5 series are wanted: `{container="kube-state-metrics", endpoint="http", instance="192.168.1.141:8080", job="kube-state-metrics", namespace="default", phase="Terminating", pod="kube-prometheus-stack-kube-state-metrics-lkrfqgg4hq-88bz7", service="kube-prometheus-stack-kube-state-metrics"}` is not wanted, and 4 other differences',
  ],
  [
    'count by (job) (up{job="nginx"})',
    'count by (job) (up{job="coredns"})',
    'your result has 1 series, where 1 series is wanted: `{job="nginx"}` is not wanted and `{job="coredns"}` is missing',
  ],
  [
    "sum by (pod) (rate(nginx_http_requests_total[5m])) * 60",
    requests,
    "your values are 60 times what is wanted | look at the unit of time: a minute is 60 seconds",
  ],
  [
    "sum(rate(nginx_http_requests_total[5m])) / 100",
    "sum(rate(nginx_http_requests_total[5m]))",
    "your values are 1/100 of what is wanted | a ratio runs from 0 to 1, a percentage from 0 to 100",
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
  [`${requests} * 17`, requests, "your values are 17 times what is wanted"],
  [`-${requests}`, requests, "your values have the opposite sign | turn the difference round"],
  [
    "sum(rate(nginx_http_requests_total[5m])) * 17",
    "sum(rate(nginx_http_requests_total[5m]))",
    "1 of 1 value differs: `{}` is 636.21, where 37.4241 is wanted",
  ],
  [
    `avg by (instance) (${idle})`,
    `1 - avg by (instance) (${idle})`,
    "each of your values is what is missing to 1 of the one that is wanted | take it from 1",
  ],
  [
    `avg by (instance) (${idle})`,
    `min by (instance) (${idle})`,
    '3 of 3 values differ: `{instance="192.168.1.57:9100"}` is 0.600579, where 0.584596 is wanted',
  ],
  [
    'up{job="nginxx"}',
    'up{job="nginx"}',
    'your result is empty, where 2 series are wanted | no series of `up` has `job="nginxx"`: did you mean `nginx`?',
  ],
  ["up", 'up{job="etcd"}', "your result has 26 series, where none is wanted"],
  [
    "scalar(sum(up))",
    "sum(up)",
    "your result is a single number without labels, where an instant vector is wanted | leave out `scalar()`, or aggregate with `by` to keep labels",
  ],
  [
    'up{job="nginx"}[1m]',
    'up{job="nginx"}',
    "your result is a range vector, where an instant vector is wanted | hand the range to a function that makes one value of its samples, such as `rate()`",
  ],
  [
    '"up"',
    "sum(up)",
    "your result is a text, where an instant vector is wanted | write a selector without quotes around it",
  ],
])("%s for %s", async (query, answer, expected) => {
  expect(await saidOf(query, answer)).toBe(expected);
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
  expect(await saidOf(`${answer} + 0`, answer, { name: true })).toBe(
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
    /^the series `\{\}` has \d+ values over time, where 61 are wanted \|/,
  );
});

test("a result of another time", async () => {
  const answer = "sum by (pod) (nginx_http_requests_total offset 30m)";
  expect(await saidOf("sum by (pod) (nginx_http_requests_total)", answer, { ago: 1800 })).toMatch(
    /^2 of 2 values differ/,
  );
  expect(await saidOf(answer, answer, { ago: 1800 })).toBe("");
});
