import { describe, expect, test } from "vitest";
import type { Lesson } from "../../src/tutorial/lesson.js";
import { progressText, readProgress } from "../../src/tutorial/saved-progress.js";
import {
  answerShown,
  begin,
  goTo,
  hint,
  placeOf,
  type Progress,
  reset,
  scoreOf,
  step,
  submit,
} from "../../src/tutorial/session.js";
import { demoClassroom } from "./course.js";
import { exerciseWith } from "./exercise.js";

const classroom = demoClassroom();
const lessons: readonly Lesson[] = [
  lesson("01-first", ["a", "b"]),
  lesson("02-second", ["c"]),
  lesson("10-secondary", ["d"]),
];

function lesson(name: string, ids: readonly string[]): Lesson {
  const exercises = ids.map((id) => exerciseWith("sum(up)", { id }));
  return { name, title: name, level: "beginner", text: "", exercises };
}

async function solved(progress: Progress): Promise<Progress> {
  return (await submit(lessons, progress, "sum(up)", classroom)).progress;
}

describe("solving", () => {
  test("a query that passes is kept, and the exercise stays the present one", async () => {
    const { attempt, progress } = await submit(lessons, begin(lessons), "sum(up)", classroom);
    expect(attempt.obstacles).toEqual([]);
    expect(progress).toMatchObject({ exercise: "a", solved: { a: "sum(up)" } });
    expect(placeOf(lessons, progress)).toMatchObject({ lessonNumber: 1, exerciseNumber: 1, solvedBy: "sum(up)" });
    expect(scoreOf(lessons, progress)).toEqual({ solved: 1, all: 4 });
  });

  test("a query that does not pass changes nothing, also after one that did", async () => {
    const before = await solved(begin(lessons));
    const { attempt, progress } = await submit(lessons, before, "up", classroom);
    expect(attempt.obstacles).toHaveLength(1);
    expect(progress).toBe(before);
  });
});

test("hints come one by one, until there are no more", () => {
  let progress = begin(lessons);
  const given = [1, 2, 3].map(() => {
    const next = hint(lessons, progress);
    progress = next.progress;
    return next.hint;
  });
  expect(given).toEqual([
    { text: "Think.", number: 1, all: 2 },
    { text: "Think of `up`.", number: 2, all: 2 },
    { number: 2, all: 2 },
  ]);
  expect(progress.hints).toEqual({ a: 2 });
});

test("reading the answer is noted, unless the exercise has been solved", async () => {
  const read = answerShown(lessons, begin(lessons));
  expect(read.answers).toEqual(["a"]);
  expect(answerShown(lessons, read)).toBe(read);
  expect(answerShown(lessons, await solved(begin(lessons))).answers).toEqual([]);
});

test("a reset forgets the present exercise, and no other", async () => {
  let progress = answerShown(lessons, hint(lessons, begin(lessons)).progress);
  progress = await solved(progress);
  const next = step(lessons, progress, 1);
  if (!next) throw new Error("there is a second exercise");
  progress = await solved(next);
  expect(reset(lessons, progress)).toMatchObject({ solved: { a: "sum(up)" }, hints: { a: 1 }, answers: ["a"] });
  const back = step(lessons, progress, -1);
  expect(back && reset(lessons, back)).toEqual({ ...begin(lessons), solved: { b: "sum(up)" } });
});

test("steps go through all lessons, and end at both ends", () => {
  const seen = [];
  for (let at: Progress | undefined = begin(lessons); at; at = step(lessons, at, 1)) seen.push(at.exercise);
  expect(seen).toEqual(["a", "b", "c", "d"]);
  expect(step(lessons, begin(lessons), -1)).toBeUndefined();
});

test.each<[wanted: string, exercise: string | undefined]>([
  ["2", "c"],
  ["02", "c"],
  ["02-second", "c"],
  ["02-second.md", "c"],
  ["second", undefined],
  ["secondary", "d"],
  ["10", "d"],
  ["10-sec", "d"],
  ["condary", undefined],
  ["FIRST", "a"],
  ["3", undefined],
  ["", undefined],
  ["third", undefined],
])("lesson %j", (wanted, exercise) => {
  expect(goTo(lessons, begin(lessons), wanted)?.exercise).toBe(exercise);
});

test("a lesson starts with what is not solved in it", async () => {
  const progress = await solved(begin(lessons));
  expect(goTo(lessons, progress, "1")?.exercise).toBe("b");
});

test("a course without exercises cannot begin", () => {
  expect(() => begin([])).toThrow(RangeError);
  expect(() => placeOf([], begin(lessons))).toThrow(RangeError);
});

describe("progress that is kept", () => {
  test("is read as it was", async () => {
    const progress = await solved(hint(lessons, begin(lessons)).progress);
    expect(readProgress(progressText(progress))).toEqual(progress);
  });

  test("of an exercise that is gone starts at the beginning, and keeps what is solved", () => {
    const progress = { ...begin(lessons), exercise: "gone", solved: { c: "sum(up)", gone: "up" } };
    expect(placeOf(lessons, progress).exercise.id).toBe("a");
    expect(scoreOf(lessons, progress)).toEqual({ solved: 1, all: 4 });
  });

  test.each([
    "",
    "{",
    "null",
    "[]",
    "{}",
    '{"version":2}',
    '{"version":1,"exercise":1,"solved":{},"hints":{},"answers":[]}',
    '{"version":1,"exercise":"a","solved":[],"hints":{},"answers":[]}',
    '{"version":1,"exercise":"a","solved":{"a":1},"hints":{},"answers":[]}',
    '{"version":1,"exercise":"a","solved":{},"hints":{"a":0.5},"answers":[]}',
    '{"version":1,"exercise":"a","solved":{},"hints":{"a":-1},"answers":[]}',
    '{"version":1,"exercise":"a","solved":{},"hints":{},"answers":{}}',
    '{"version":1,"exercise":"a","solved":{},"hints":{},"answers":[null]}',
    `{"version":1,"exercise":"${"a".repeat(20_001)}","solved":{},"hints":{},"answers":[]}`,
  ])("%.80j is none", (text) => {
    expect(readProgress(text)).toBeUndefined();
  });

  test("names of exercises that objects have anyway are nothing special", () => {
    const odd = [lesson("01-odd", ["constructor"])];
    expect(placeOf(odd, begin(odd)).solvedBy).toBeUndefined();
    expect(hint(odd, begin(odd)).hint.number).toBe(1);
    expect(scoreOf(odd, begin(odd)).solved).toBe(0);
  });
});
