import { describe, expect, test } from "vitest";
import { begin, noteAttempt, type Progress, reset } from "../../src/tutorial/session.js";
import type { Exercise, Lesson } from "../../src/tutorial/lesson.js";
import { keptProgress } from "../../src/web/course/kept-progress.js";
import { exerciseWith } from "../tutorial/exercise.js";
import { refused, sharedMemory } from "./memory.js";

const a = exerciseWith("sum(up)", { id: "a" });
const b = exerciseWith("sum(up)", { id: "b" });
const lessons: readonly Lesson[] = [
  { name: "01-first", title: "First", level: "beginner", text: "", exercises: [a, b] },
];

function solving(exercise: Exercise) {
  return (progress: Progress) => noteAttempt(progress, exercise, { query: "up", diagnostics: [], obstacles: [] });
}

test("progress goes on where it ended", () => {
  const { openTab } = sharedMemory();
  keptProgress(lessons, "result", openTab()).change(solving(a));
  expect(keptProgress(lessons, "result", openTab()).read()).toEqual({ ...begin(lessons), solved: { a: "up" } });
});

test("what is solved on a server of the reader is kept apart", () => {
  const { openTab } = sharedMemory();
  keptProgress(lessons, "tree", openTab()).change(solving(a));
  expect(keptProgress(lessons, "result", openTab()).read()).toEqual(begin(lessons));
  expect(keptProgress(lessons, "tree", openTab()).read().solved).toEqual({ a: "up" });
});

describe("two tabs", () => {
  test("add to what is solved, and each stays at its exercise", () => {
    const { openTab } = sharedMemory();
    const [first, second] = [keptProgress(lessons, "result", openTab()), keptProgress(lessons, "result", openTab())];
    second.change((progress) => ({ ...progress, exercise: "b" }));
    first.change(solving(a));
    second.change(solving(b));
    expect(second.read()).toMatchObject({ exercise: "b", solved: { a: "up", b: "up" } });
    first.change((progress) => progress);
    expect(first.read()).toMatchObject({ exercise: "a", solved: { a: "up", b: "up" } });
  });

  test("forget for each other", () => {
    const { openTab } = sharedMemory();
    const [first, second] = [keptProgress(lessons, "result", openTab()), keptProgress(lessons, "result", openTab())];
    first.change(solving(a));
    second.change((progress) => reset(lessons, progress));
    expect(first.change((progress) => progress).solved).toEqual({});
  });

  test("tell each other until they are closed", () => {
    const { openTab } = sharedMemory();
    const [first, second] = [keptProgress(lessons, "result", openTab()), keptProgress(lessons, "result", openTab())];
    const told: Progress["solved"][] = [];
    const close = second.follow(({ solved }) => told.push(solved));
    first.change(solving(a));
    close();
    first.change(solving(b));
    expect(told).toEqual([{ a: "up" }]);
  });
});

test("a browser that keeps nothing is told of, and progress lasts as long as the page", () => {
  const store = keptProgress(lessons, "result", refused);
  store.change(solving(a));
  store.change(solving(b));
  expect(store.read().solved).toEqual({ a: "up", b: "up" });
  expect(store.isKept()).toBe(false);
});

test("what cannot be read is set aside, and not overwritten", () => {
  const { texts, openTab } = sharedMemory();
  texts.set("course", '{"version":2}');
  const store = keptProgress(lessons, "result", openTab());
  expect(store.read()).toEqual(begin(lessons));
  store.change(solving(a));
  expect(texts.get("course.unreadable")).toBe('{"version":2}');
  expect(keptProgress(lessons, "result", openTab()).read().solved).toEqual({ a: "up" });
});
