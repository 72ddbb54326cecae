import { describe, expect, test } from "vitest";
import { recommended } from "../../rules/index.js";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import type { Labels, QueryResult } from "../../src/prometheus/index.js";
import { PrometheusError } from "../../src/prometheus/index.js";
import { attempt } from "../../src/tutorial/attempt.js";
import type { Classroom } from "../../src/tutorial/classroom.js";
import type { Obstacle } from "../../src/tutorial/obstacle.js";
import { begin, submit } from "../../src/tutorial/session.js";
import { needsResult } from "../../src/tutorial/tree-judge.js";
import { course } from "./course.js";
import { exerciseWith } from "./exercise.js";

const empty: QueryResult = { type: "vector", series: [] };
const exercises = course.lessons.flatMap((lesson) => lesson.exercises);

/** A server that gives each query the same result, and notes what it was asked. */
function classroomWith(result: QueryResult, asked: string[] = []): Classroom {
  const answer = (query: string) => {
    asked.push(query);
    return Promise.resolve({ result, warnings: [], infos: [] });
  };
  return {
    server: {
      instantQuery: answer,
      rangeQuery: answer,
      labelValues: () => Promise.resolve([]),
      targets: () => Promise.resolve([]),
    },
    ...{ judgedBy: "tree", now: new Date("2026-03-02T12:00:00Z"), rules: recommended, metrics: builtinMetrics },
  };
}

function series(labels: Labels): QueryResult {
  return { type: "vector", series: [{ labels, sample: { time: 0, value: 1 } }] };
}

function said(obstacles: readonly Obstacle[]): readonly string[] {
  return obstacles.map((obstacle) => ("message" in obstacle ? obstacle.message : obstacle.kind));
}

const onlyJob = "only `job` is wanted";

test.each<[query: string, answer: string, said: readonly string[]]>([
  ["sum by (job) (up)", "sum by (job) (up)", []],
  ["count by (job) (up == 1)", "sum by (job) (up)", []],
  ['avg without (cpu) (up{job="a"})', "sum by (job) (up)", []],
  ["up", "sum by (job) (up)", [`your result keeps every label of its series, where ${onlyJob}`]],
  ["sum(up)", "sum by (job) (up)", ["your result lacks the label `job`"]],
  ["sum by (instance, job) (up)", "sum by (job) (up)", ["your result has labels that are not wanted: `instance`"]],
  ["sum by (pod) (up)", "sum by (job) (up)", ["your result has the label `pod`, where `job` is wanted"]],
  ["sum without (job) (up)", "sum by (job) (up)", ["your result lacks the label `job`"]],
  ["sum(up)", "up", ["your result has no labels, where those of the series are wanted"]],
  ["sum by (pod) (up)", "up", []],
  ["up", "sum(up)", ["your result keeps every label of its series, where none is wanted"]],
  ["scalar(sum(up))", "sum(up)", ["your result is a single number without labels, where an instant vector is wanted"]],
  ["sum(up)", "scalar(sum(up))", ["your result is an instant vector, where a single number without labels is wanted"]],
  ["rate(up[5m]", "up", ["rejected"]],
])("%s, where %s is the answer", async (query, answer, expected) => {
  const exercise = exerciseWith(answer, { start: "vector(1)" });
  const { obstacles } = await attempt(query, exercise, classroomWith(empty));
  expect(said(obstacles)).toEqual(expected);
});

test("labels of the result count where the query does not name them", async () => {
  const exercise = exerciseWith("sum by (job) (up)", { start: "vector(1)" });
  const query = "sum without (cpu) (up)";
  const { obstacles } = await attempt(query, exercise, classroomWith(series({ job: "a", zone: "b" })));
  expect(said(obstacles)).toEqual(["your result has labels that are not wanted: `zone`"]);
  expect((await attempt(query, exercise, classroomWith(series({ job: "a" })))).obstacles).toEqual([]);
});

test("the name of the metric counts where the exercise says so", async () => {
  const asked = ["up == 0", "up * 1"].map((query) => {
    const exercise = exerciseWith("up == 1", { name: true, start: "vector(1)" });
    return attempt(query, exercise, classroomWith(series({ __name__: "up" })));
  });
  const [kept, lost] = await Promise.all(asked);
  expect(kept?.obstacles).toEqual([]);
  expect(said(lost?.obstacles ?? [])).toEqual(["your result lacks the label `__name__`"]);
});

test("a finding, the constructs and the query to start from keep a query from passing", async () => {
  const exercise = exerciseWith("sum by (job) (up)", { start: "max by (job) (up)", uses: ["sum"] });
  const obstaclesOf = async (query: string, others = exercise) =>
    (await attempt(query, others, classroomWith(empty))).obstacles;
  expect(await obstaclesOf('sum by (job) (up{job=~"a"})')).toMatchObject([{ code: "regex-without-pattern" }]);
  expect(await obstaclesOf("avg by (job) (up)")).toEqual([{ kind: "construct", needs: true, name: "sum" }]);
  expect(await obstaclesOf("max by(job)(up)", { ...exercise, uses: [] })).toMatchObject([{ kind: "start" }]);
});

test("what the server says against a query, and a server that does not answer", async () => {
  const failing = (error: PrometheusError) => {
    const { server, ...others } = classroomWith(empty);
    return { ...others, server: { ...server, instantQuery: () => Promise.reject(error) } };
  };
  const refused = new PrometheusError("execution", "refused", { serverSays: "too many samples" });
  const { obstacles } = await attempt("up", exerciseWith("up"), failing(refused));
  expect(obstacles).toEqual([{ kind: "failed", message: "too many samples" }]);
  const down = failing(new PrometheusError("unreachable", "nobody answers"));
  await expect(attempt("up", exerciseWith("up"), down)).rejects.toThrow("nobody answers");
});

test("a query about which only the result decides passes undecided, and is not counted as solved", async () => {
  const exercise = exerciseWith("sum by (job) (up)", { start: "max by (job) (up)" });
  const lessons = [{ name: "01-a", title: "A", level: "beginner", text: "", exercises: [exercise] } as const];
  const { attempt: tried, progress } = await submit(lessons, begin(lessons), exercise.answer, classroomWith(empty));
  expect(tried).toMatchObject({ obstacles: [], isUndecided: true });
  expect(progress.solved).toEqual({});
});

describe.each(exercises.map((exercise) => ({ id: exercise.id, exercise })))("$id", ({ exercise }) => {
  test("the answer passes, and is not asked for; the start does not pass", async () => {
    const asked: string[] = [];
    const classroom = classroomWith(empty, asked);
    const start = await attempt(exercise.start, exercise, classroom);
    expect(start.obstacles).not.toEqual([]);
    expect(asked).not.toContain(exercise.answer);
    const { obstacles, isUndecided = false } = await attempt(exercise.answer, exercise, classroom);
    expect(obstacles).toEqual([]);
    expect(isUndecided).toBe(needsResult(exercise, classroom));
    expect(isUndecided).toBe(start.obstacles.every(({ kind }) => kind === "start"));
  });
});

test("what is wrong with labels, types and by a rule needs no result; wrong values do", () => {
  const classroom = classroomWith(empty);
  const ids = exercises.filter((exercise) => needsResult(exercise, classroom)).map(({ wrong }) => wrong);
  expect([...new Set(ids)].sort()).toEqual(["complement", "empty", "factor", "series", "values"]);
});
