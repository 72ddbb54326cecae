import { useState } from "preact/hooks";
import type { Attempt } from "../../tutorial/attempt.js";
import type { Lesson } from "../../tutorial/lesson.js";
import { begin, placeOf, submit } from "../../tutorial/session.js";
import { Editor } from "../editor/editor.js";
import { Findings } from "../editor/findings.js";
import { Views } from "../results/views.js";
import type { Source } from "../server/source.js";

/** The lessons, where they are done, and the exercise that the address names. */
export interface CourseProps {
  readonly lessons: readonly Lesson[];
  readonly source: Source;
  readonly exercise?: string;
}

/** The lessons: one exercise at a time, beside the text of its lesson. */
export function Course({ lessons, source }: CourseProps) {
  const [progress, setProgress] = useState(() => begin(lessons));
  const { lesson, exercise } = placeOf(lessons, progress);
  const [query, setQuery] = useState(exercise.start);
  const [attempt, setAttempt] = useState<Attempt>();
  const run = () => {
    void submit(lessons, progress, query, { ...source, now: source.now() }).then((submitted) => {
      setProgress(submitted.progress);
      setAttempt(submitted.attempt);
    });
  };
  return (
    <>
      <h1>{lesson.title}</h1>
      <h2>{exercise.title}</h2>
      <p>{exercise.goal}</p>
      <Editor query={query} label="Query" source={source} onQuery={setQuery} onRun={run} />
      {attempt && <Findings query={attempt.query} diagnostics={attempt.diagnostics} />}
      {attempt?.answer && (
        <Views
          query={attempt.query}
          times={{ kind: "instant", time: source.now().getTime() / 1000 }}
          answer={attempt.answer}
          source={source}
        />
      )}
    </>
  );
}
