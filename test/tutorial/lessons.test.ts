import { describe, expect, test } from "vitest";
import { recommended } from "../../rules/index.js";
import { lintSource, readSource } from "../../src/files/index.js";
import { attempt } from "../../src/tutorial/attempt.js";
import { isObstacle } from "../../src/tutorial/obstacle.js";
import { course, demoClassroom, lessonFiles } from "./course.js";

const { lessons, problems } = course;
const classroom = demoClassroom();
const exercises = lessons.flatMap((lesson) =>
  lesson.exercises.map((exercise) => ({ lesson, exercise, id: exercise.id })),
);

test("all lessons can be read", () => {
  expect(problems).toEqual([]);
  expect(lessons.length).toBeGreaterThanOrEqual(6);
});

test("levels rise", () => {
  const levels = lessons.map(({ level }) => ["beginner", "intermediate", "advanced"].indexOf(level));
  expect(levels).toEqual(levels.toSorted((a, b) => a - b));
});

const ruleFiles = lessonFiles.flatMap(({ path, text }) =>
  Array.from(text.matchAll(/^```yaml\n([^]*?)^```$/gm), ([, yaml = ""]) => ({ path, yaml })),
);

test.each(ruleFiles)("the rules that $path shows have no findings", ({ path, yaml }) => {
  const source = readSource(`${path}.yaml`, yaml);
  expect(source.ruleFiles.flatMap(({ groups }) => groups)).not.toEqual([]);
  expect(lintSource(source, { rules: recommended })).toEqual([]);
});

test("lessons show an alerting and a recording rule", () => {
  expect(ruleFiles.map(({ yaml }) => /\b(alert|record):/.exec(yaml)?.[1])).toEqual(["record", "alert"]);
});

test("each answer teaches something", () => {
  expect(exercises.filter(({ exercise }) => exercise.lesson === "").map(({ id }) => id)).toEqual([]);
});

test("what a query must have, or must not, is told with the reason", () => {
  const demanding = exercises.filter(({ exercise }) => exercise.uses ?? exercise.avoids);
  expect(demanding.filter(({ exercise }) => exercise.why === undefined).map(({ id }) => id)).toEqual([]);
});

describe.each(exercises)("$lesson.name, $id", ({ exercise }) => {
  test("the start fails for the reason that is given", async () => {
    const { obstacles } = await attempt(exercise.start, exercise, classroom);
    expect(obstacles.filter((obstacle) => isObstacle(obstacle, exercise.wrong))).not.toEqual([]);
  });

  test("the answer passes, and has a result", async () => {
    const { answer, obstacles } = await attempt(exercise.answer, exercise, classroom);
    expect(obstacles).toEqual([]);
    expect(answer?.result).not.toMatchObject({ series: [] });
  });

  test("each hint tells something new, and the last names what the start lacks", () => {
    expect(new Set(exercise.hints).size).toBe(exercise.hints.length);
    expect(exercise.hints.length).toBeGreaterThanOrEqual(2);
    const named = wordsIn((exercise.hints.at(-1) ?? "").match(/`[^`]+`/g)?.join(" ") ?? "");
    const gained = wordsIn(exercise.answer).filter((word) => !wordsIn(exercise.start).includes(word));
    expect(gained.filter((word) => named.includes(word))).not.toEqual([]);
  });
});

/** The words and signs of a text, and each two that follow each other. */
function wordsIn(text: string): readonly string[] {
  const words = text.match(/[a-zA-Z_][\w:]*|[\d.]+|=~|!=|==|[-+*/^<>()]|\.\+/g) ?? [];
  return [...words, ...words.slice(1).map((word, k) => `${words[k] ?? ""} ${word}`)];
}
