import type { Lesson } from "../../tutorial/lesson.js";
import { type Progress, scoreOf } from "../../tutorial/session.js";
import { hashOf } from "../route.js";
import { AskFirst } from "./ask-first.js";

/** The lessons, what is solved of them, and the exercise that is shown. */
export interface LessonListProps {
  readonly lessons: readonly Lesson[];
  readonly progress: Progress;
  readonly present: string;
  readonly onChoose: () => void;
  readonly onStartOver: () => void;
}

/** All lessons with their exercises. */
export function LessonList({ lessons, progress, present, onChoose, onStartOver }: LessonListProps) {
  const { solved, all } = scoreOf(lessons, progress);
  return (
    <>
      <p class="course-score">
        {solved} of {all} exercises solved
      </p>
      <ol class="course-lessons">
        {lessons.map(({ name, title, exercises }, k) => (
          <li key={name}>
            <h3>
              <span class="course-number">{k + 1}</span> {title}
            </h3>
            <ul>
              {exercises.map(({ id, title: exercise }) => (
                <li key={id}>
                  <a
                    href={hashOf({ view: "course", exercise: id })}
                    aria-current={id === present ? "page" : undefined}
                    onClick={onChoose}
                  >
                    <Mark isSolved={Object.hasOwn(progress.solved, id)} />
                    {exercise}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <AskFirst
        label="Start over"
        question="Forget all that you have solved?"
        yes="Forget it"
        no="Keep it"
        onYes={onStartOver}
      />
    </>
  );
}

function Mark({ isSolved }: { readonly isSolved: boolean }) {
  return (
    <span class={isSolved ? "course-mark course-mark-solved" : "course-mark"}>
      {isSolved && (
        <>
          <span aria-hidden="true">✓</span>
          <span class="page-unseen">solved: </span>
        </>
      )}
    </span>
  );
}
