import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Lesson } from "../../tutorial/lesson.js";
import { begin, placeOf, scoreOf, step } from "../../tutorial/session.js";
import { Markdown, Sentence } from "../markdown.js";
import { hashOf } from "../route.js";
import type { Source } from "../server/source.js";
import { LessonDrawer } from "./lesson-drawer.js";
import { useProgress } from "./use-progress.js";
import { Workbench } from "./workbench.js";

/** The lessons, where they are done, and the exercise that the address names. */
export interface CourseProps {
  readonly lessons: readonly Lesson[];
  readonly source: Source;
  readonly exercise?: string;
}

/** The lessons: one exercise at a time, beside the text of its lesson. */
export function Course({ lessons, source, exercise: named }: CourseProps) {
  const { progress, change, isKept } = useProgress(lessons, source.judgedBy);
  const isKnown = lessons.some(({ exercises }) => exercises.some(({ id }) => id === named));
  const standing = named !== undefined && isKnown ? { ...progress, exercise: named } : progress;
  const place = placeOf(lessons, standing);
  const { lesson, exercise, lessonNumber, solvedBy } = place;
  const { id } = exercise;
  const [drafts, setDrafts] = useState<Readonly<Record<string, string | undefined>>>({});
  const [resets, setResets] = useState(0);
  const { solved, all } = scoreOf(lessons, progress);
  const [before, next] = [addressOf(step(lessons, standing, -1)), addressOf(step(lessons, standing, 1))];
  const draft = useCallback((query?: string) => setDrafts((known) => ({ ...known, [id]: query })), [id]);
  const tryOut = useCallback(
    (query: string) => {
      draft(query);
      // On a phone it is far below.
      document.querySelector<HTMLElement>(".course-bench :is(textarea, [role=textbox])")?.focus();
    },
    [draft],
  );

  useEffect(() => {
    document.title = `${exercise.title} · ${lesson.title} · promql-lint`;
    // So that the way back through the history leads here.
    if (named === undefined) location.replace(hashOf({ view: "course", exercise: id }));
    if (progress.exercise !== id) change((latest) => ({ ...latest, exercise: id }));
  }, [id, named, source.judgedBy]);
  useFocusOnMove(lesson.name, id);

  return (
    <div class="course">
      <section class="course-lesson" aria-labelledby="course-title">
        <div class="course-bar">
          <LessonDrawer
            lessons={lessons}
            progress={progress}
            present={id}
            onStartOver={() => {
              change(() => ({ ...begin(lessons), exercise: id }));
              setDrafts({});
              setResets(resets + 1);
            }}
          />
          <span class="course-score">
            {solved} of {all} solved
          </span>
          <nav class="course-steps" aria-label="Exercises">
            {before !== undefined && <a href={before}>Back</a>}
            {next !== undefined && <a href={next}>Next</a>}
          </nav>
        </div>
        <Notes isKept={isKept} unknown={isKnown ? undefined : named} source={source} />
        <h1 id="course-title" tabIndex={-1}>
          <span class="course-eyebrow">
            Lesson {lessonNumber} of {lessons.length} · {lesson.level}
          </span>
          {lesson.title}
        </h1>
        <Markdown key={lesson.name} html={lesson.text} onTry={tryOut} />
      </section>
      <Workbench
        key={`${id} ${source.server.name} ${resets}`}
        lessons={lessons}
        place={place}
        progress={progress}
        change={change}
        query={drafts[id] ?? solvedBy ?? exercise.start}
        onQuery={draft}
        source={source}
        {...(next !== undefined && { next })}
      />
    </div>
  );
}

interface NotesProps {
  readonly isKept: boolean;
  /** An exercise that the address names, where there is none of this name. */
  readonly unknown: string | undefined;
  readonly source: Source;
}

/** What a reader is told before the lesson. */
function Notes({ isKept, unknown, source }: NotesProps) {
  return (
    <>
      {!isKept && <p class="course-note">The browser refuses to keep your progress: it ends with this tab.</p>}
      {unknown !== undefined && (
        <p class="course-note">There is no exercise “{unknown}”. Here is where you left off.</p>
      )}
      {source.judgedBy === "tree" && (
        <p class="course-note">
          Queries are asked on <Sentence text={source.server.name} />. The numbers in the lessons are those of the demo
          cluster, and a query is judged by how it is written: a wrong value is not seen.
        </p>
      )}
    </>
  );
}

function addressOf(progress: { readonly exercise: string } | undefined): string | undefined {
  return progress && hashOf({ view: "course", exercise: progress.exercise });
}

/** Moves the focus to the title of the lesson, or of the exercise in the same lesson; not when the page is opened. */
function useFocusOnMove(lesson: string, exercise: string): void {
  const from = useRef({ lesson, exercise });
  useEffect(() => {
    const { lesson: lastLesson, exercise: lastExercise } = from.current;
    from.current = { lesson, exercise };
    if (lastExercise === exercise) return;
    if (lastLesson === lesson) {
      document.getElementById("course-exercise")?.focus();
    } else {
      scrollTo(0, 0);
      document.getElementById("course-title")?.focus({ preventScroll: true });
    }
  }, [lesson, exercise]);
}
