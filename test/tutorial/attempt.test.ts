import { describe, expect, test } from "vitest";
import { PrometheusError } from "../../src/prometheus/index.js";
import { attempt, maxQueryLength } from "../../src/tutorial/attempt.js";
import { isObstacle, type Obstacle } from "../../src/tutorial/obstacle.js";
import { demoClassroom } from "./course.js";
import { exerciseWith } from "./exercise.js";

const classroom = demoClassroom();
const sum = exerciseWith("sum by (job) (up)");

async function obstaclesOf(query: string, exercise = sum): Promise<readonly Obstacle[]> {
  return (await attempt(query, exercise, classroom)).obstacles;
}

describe("what does not pass", () => {
  test.each<[query: string, code: string]>([
    ["", "empty-query"],
    ["sum by (job) (up", "unclosed-parenthesis"],
    ["rat(up[5m])", "unknown-function"],
  ])("%s is rejected", async (query, code) => {
    const { obstacles, diagnostics, answer } = await attempt(query, sum, classroom);
    expect(obstacles).toEqual([{ kind: "rejected", codes: [code] }]);
    expect(diagnostics.map((found) => found.code)).toEqual([code]);
    expect(answer).toBeUndefined();
  });

  test.each([
    ['up{job=~"[nginx|aws-node]"}', "brackets stand for one of the characters in them: write `nginx|aws-node`"],
    [
      'up{job=~"*nginx*"}',
      "`*` repeats the character before it, and `.*` stands for any characters: write `.*nginx.*`",
    ],
    ['up{job=~"nginx("}', undefined],
  ])("%s is rejected, with what was meant", async (query, help) => {
    expect(await obstaclesOf(query)).toEqual([{ kind: "rejected", codes: ["bad-regex"], ...(help && { help }) }]);
  });

  test.each<[query: string, codes: readonly string[], help: string | undefined]>([
    ["up{nginx}", ["unexpected-token"], '`nginx` is a value of the label `job`: write `{job="nginx"}`'],
    [
      'node_cpu_seconds_total{mode="idle", "0"}',
      ["name-set-twice"],
      '`0` is a value of the label `cpu`: write `{cpu="0"}`',
    ],
    [
      "sum(kube_pod_info{ingress-nginx})",
      ["unexpected-character"],
      '`ingress-nginx` is a value of the label `namespace`: write `{namespace="ingress-nginx"}`',
    ],
    ["up{rabbit}", ["unexpected-token"], undefined],
    ['up == "nginx"', ["wrong-operand-type"], '`nginx` is a value of the label `job`: write `{job="nginx"}`'],
  ])("%s is rejected, with the label whose value stands in its braces", async (query, codes, help) => {
    const { obstacles, diagnostics } = await attempt(query, sum, classroom);
    expect(obstacles).toEqual([{ kind: "rejected", codes, ...(help !== undefined && { help }) }]);
    expect(diagnostics.map((found) => found.help === undefined)).toEqual(codes.map(() => help !== undefined));
  });

  test("a time in words is rejected, with what is drawn by itself", async () => {
    const graph = exerciseWith("node_load1", { kind: "range" });
    const help = "how long the graph is stands in no query: it is drawn over 1h by itself, so leave the time out";
    expect(await obstaclesOf("node_load1 over 1h", graph)).toEqual([
      { kind: "rejected", codes: ["missing-operator"], help },
    ]);
  });

  test("names in braces where parentheses belong are no values", async () => {
    expect(await obstaclesOf("sum by {nginx} (up)")).toEqual([{ kind: "rejected", codes: ["missing-parentheses"] }]);
  });

  test("words that are no query, whose mistakes are not told one by one", async () => {
    const { obstacles, diagnostics } = await attempt("What is up?", sum, classroom);
    expect(obstacles).toMatchObject([{ kind: "words", message: "these words are no query" }]);
    expect(diagnostics).toEqual([]);
  });

  test("what fails when it is evaluated", async () => {
    const failed = await obstaclesOf('count_over_time({__name__=~".+"}[24h:1s])');
    expect(failed).toContainEqual({ kind: "failed", message: expect.stringContaining("samples") as unknown });
  });

  test("what has a warning, though its result is right, and a comment turns that off", async () => {
    const query = 'sum by (job) (up{job=~"nginx"}) # promql-lint-disable-line';
    const exercise = exerciseWith('sum by (job) (up{job="nginx"})');
    expect(await obstaclesOf(query, exercise)).toEqual([
      { kind: "finding", code: "regex-without-pattern", message: expect.any(String) as unknown },
    ]);
  });

  test("a query that is too long, which is not read", async () => {
    const long = await attempt(`up${" ".repeat(maxQueryLength)}`, exerciseWith("up"), classroom);
    expect(long).toEqual({
      query: "",
      diagnostics: [],
      obstacles: [
        { kind: "failed", message: "the query has 20002 characters, more than the 20000 that are read here" },
      ],
    });
  });
});

test.each<[query: string, uses: readonly string[], avoids: readonly string[], said: readonly string[]]>([
  ["sum by (job) (up)", ["by"], ["without"], []],
  ["sum by (job) (up)", ["avg"], [], ["needs avg"]],
  ["sum by (job) (up)", [], ["by", "sum"], ["not by", "not sum"]],
  ["sum by (job) (up) * 2", ["avg"], [], ["difference"]],
])("%s, which has to use %j and not %j", async (query, uses, avoids, said) => {
  const obstacles = await obstaclesOf(query, exerciseWith("sum by (job) (up)", { uses, avoids }));
  const words = obstacles.map((one) =>
    one.kind === "construct" ? `${one.needs ? "needs" : "not"} ${one.name}` : one.kind,
  );
  expect(words).toEqual(said);
});

test("infos keep nothing from passing", async () => {
  const query = 'sum(rate(nginx_ingress_controller_requests{status="5.."}[5m]))';
  const { diagnostics, obstacles } = await attempt(query, exerciseWith('sum(up{job="etcd"})'), classroom);
  expect(diagnostics.map(({ severity }) => severity)).toEqual(["info"]);
  expect(obstacles).toEqual([]);
});

test("a server that cannot be asked is no fault of the query", async () => {
  const down = () => Promise.reject(new PrometheusError("unreachable", "nobody answers"));
  const server = { instantQuery: down, rangeQuery: down, labelValues: down, targets: down };
  await expect(attempt("up", sum, { ...classroom, server })).rejects.toThrow("nobody answers");
});

test("obstacles by their code", async () => {
  const [difference] = await obstaclesOf("up");
  const [rejected] = await obstaclesOf("rat(up[5m])");
  expect(difference && isObstacle(difference, "labels")).toBe(true);
  expect(difference && isObstacle(difference, "values")).toBe(false);
  expect(rejected && isObstacle(rejected, "unknown-function")).toBe(true);
});
