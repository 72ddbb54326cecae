import type { Exercise } from "../../src/tutorial/lesson.js";

/** An exercise whose answer is a query. */
export function exerciseWith(answer: string, others: Partial<Exercise> = {}): Exercise {
  return {
    ...{ id: "exercise", kind: "instant", title: "An exercise", goal: "Do it.", start: "up", wrong: "values", answer },
    ...{ hints: ["Think.", "Think of `up`."], lesson: "", last: 3600, step: 60, ago: 0 },
    at: { path: "lesson.md", line: 1, column: 1 },
    ...others,
  };
}
