import { expect, test } from "vitest";
import { attempt } from "../../../src/tutorial/attempt.js";
import { obstaclesWords } from "../../../src/tutorial/help/verdict.js";
import { course, demoClassroom } from "../course.js";

const classroom = demoClassroom();
const exercises = course.lessons.flatMap((lesson) => lesson.exercises);

/** What is said of a query in an exercise of the course. */
async function saidOf(id: string, query: string): Promise<string> {
  const exercise = exercises.find((one) => one.id === id);
  if (!exercise) throw new Error(`there is no exercise ${id}`);
  const judged = await attempt(query, exercise, classroom);
  if (judged.obstacles.length === 0) return "right";
  return obstaclesWords(judged, "result")
    .map(({ message, help }) => `${message} | ${help ?? "-"}`)
    .join("\n");
}

const idle = 'rate(node_cpu_seconds_total{mode="idle"}[5m])';
const busy = 'rate(node_cpu_seconds_total{mode!="idle"}[5m])';
const [total, available, free] = ["Total", "Available", "Free"].map((name) => `node_memory_Mem${name}_bytes`);
const ofMemory = `did you mean \`${free}\`, \`${total}\` or \`${available}\`?`;
const around =
  "besides, one step is missing around your query: a calculation with a number; everything else is as wanted";
const number = (metric: string) =>
  `your query is a number, and reads no series | the answer is a query whose result is this, not the result itself; begin with a metric, such as \`${metric}\``;

test.each<[id: string, query: string, said: string]>([
  ["requests-per-second", "3", number("nginx_http_requests_total")],
  ["requests-per-second", "vector(37.4)", number("nginx_http_requests_total")],
  ["busy-percent", "19.95+17.47", number("node_cpu_seconds_total")],
  ["little-memory-left", "1 - 2177228800 / 4000000000", number(available ?? "")],
])("%s: %s", async (id, query, said) => {
  expect(await saidOf(id, query)).toBe(said);
});

test.each<[id: string, query: string, help: string]>([
  ["busy-part", `avg by (instance) (${busy})`, `look at the sign \`!=\` of a matcher; ${around}`],
  [
    "busy-part",
    `sum by (instance) (${busy})`,
    `\`sum\` is not the aggregation for this; look at the sign \`!=\` of a matcher; ${around}`,
  ],
  [
    "busy-part",
    'avg by (instance) (rate(node_cpu_seconds_total{mode="user"}[5m]))',
    `look at the matcher with \`"user"\`; ${around}`,
  ],
  [
    "busy-part",
    `sum by (instance) (${busy}) / 2`,
    "each of your values is within 1 % of the one that is wanted, so this is right in principle; the goal asks for another way, which gives just these values",
  ],
  [
    "busy-part",
    `1 - sum by (instance) (${idle})`,
    "`sum` is not the aggregation for this; everything else is as wanted",
  ],
  [
    "busy-per-node",
    `avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))`,
    "`avg` is not the aggregation for this; look at the sign `=` of a matcher; everything else is as wanted",
  ],
  [
    "busy-per-node",
    `avg by (instance) (${busy}) * 8`,
    "`avg` is not the aggregation for this; besides, leave out `*` and what follows it: the rest is right",
  ],
  [
    "checkout-pods",
    'kube_pod_info{deployment="checkout"}',
    "no series of `kube_pod_info` has a label `deployment`: `checkout` is found in the values of `created_by_name`, `pod`; it has `created_by_name`, `pod`, `container`, `created_by_kind`, `endpoint`, `host_ip`, `host_network`, `instance` and 7 more",
  ],
  [
    "requests-per-second",
    '{pod=~"nginx-.*"}',
    "braces alone select every metric that has such labels: write the metric's name before the braces, as in `nginx_http_requests_total{…}`",
  ],
  [
    "requests-per-second",
    'rate({pod=~"nginx-.*"}[5m])',
    "braces alone select every metric that has such labels: write the metric's name before the braces, as in `nginx_http_requests_total{…}`",
  ],
  ["used-memory", "MemAvailable", `there is no metric \`MemAvailable\`: did you mean \`${available}\`?`],
  ["used-memory", "memory", `there is no metric \`memory\`: ${ofMemory}`],
  ["used-memory", "load", "there is no metric `load`: did you mean `node_load1`, `node_load5` or `node_load15`?"],
  ["used-memory", "node_memory_MemUsed_bytes", `there is no metric \`node_memory_MemUsed_bytes\`: ${ofMemory}`],
  [
    "used-memory",
    `${total} - ${available}`,
    "this is an amount, and the goal asks for a part of a whole: divide it by the whole",
  ],
  [
    "used-memory",
    `${total} - ${available} / ${total}`,
    `\`/\` is computed before \`-\` here: put \`${total} - ${available}\` in parentheses, and it is right`,
  ],
  [
    "used-memory",
    `(1 - ${available}) / ${total}`,
    `leave out the parentheses around \`1 - ${available}\`: then it is right`,
  ],
  [
    "used-memory",
    `(${total} - ${free}) / ${total}`,
    `\`${free}\` is not the metric for this; everything else is as wanted`,
  ],
  [
    "little-memory-left",
    `${available} < ${total} / 2`,
    "`<` gives the values of its left side: calculate there what the goal asks for",
  ],
  [
    "little-memory-left",
    `1 - ${available} / ${total} > 0.5`,
    "compare what is wanted itself, not what is missing to 1: the comparison then turns round",
  ],
  [
    "average-connections",
    "sum_over_time(nginx_connections_active[1h]) / 240",
    "how many samples there are is easily guessed wrong, since not all metrics are asked for equally often: `avg_over_time()` takes the average of those that are there",
  ],
  [
    "average-not-sum",
    "sum by (job) (up) / 2",
    "`avg` counts the series itself, and stays right when there are more or fewer of them",
  ],
  [
    "highest-load",
    "over_time(max, node_load1[1h])",
    "the beginning of the name is missing, which says what is made of the values: as in `avg_over_time()`, `count_over_time()` or `max_over_time()`. Choose the one that the goal asks for",
  ],
  [
    "highest-load",
    "topk(1, min_over_time(node_load1[1h] offset 5m))",
    "all of your series are wanted, and some are not there: `topk(1, …)` leaves them out",
  ],
  [
    "highest-load",
    'max_over_time(node_load1{instance="192.168.1.57:9100"}[2h]) > 0',
    'all of your series are wanted, and some are not there: the comparison `> 0` and the matcher `instance="192.168.1.57:9100"` leave them out',
  ],
])("%s, help for %s", async (id, query, help) => {
  expect((await saidOf(id, query)).replace(/^.*? \| /, "")).toBe(help);
});

test("what has the right result, and lacks what the exercise is about, is told why", async () => {
  expect(await saidOf("checkout-pods", 'kube_pod_info{pod="checkout-jdl5lxrhxd-hqsxp"}')).toBe(
    "the result is right; the query lacks `=~` | the whole name of a pod does not last, since the pod that takes its place has another one; a pattern fits both",
  );
  expect(
    await saidOf("two-namespaces", 'kube_pod_info{namespace="default"} or kube_pod_info{namespace="ingress-nginx"}'),
  ).toBe(
    "the result is right; the query lacks `=~` | -\nthe query is to do without `or` | one selector for both can go into a function, as in `rate(…[5m])`, and two with `or` between them cannot",
  );
});
