import { useMemo, useState } from "preact/hooks";
import type { Span } from "../../syntax/problem.js";
import { kindWords } from "../../tutorial/kind-words.js";
import { answerShown, hint, noteAttempt, type Place, type Progress, reset } from "../../tutorial/session.js";
import type { Lesson } from "../../tutorial/lesson.js";
import { needsResult } from "../../tutorial/tree-judge.js";
import { onlyByResult } from "../../tutorial/help/verdict.js";
import { Editor } from "../editor/editor.js";
import { Findings } from "../editor/findings.js";
import { RunButton } from "../editor/run-button.js";
import { Markdown } from "../markdown.js";
import { Views } from "../results/views.js";
import type { Source } from "../server/source.js";
import { Help } from "./help.js";
import { useAttempt } from "./use-attempt.js";
import { Verdict } from "./verdict.js";

/** An exercise, what was written for it, and where it is done. */
export interface WorkbenchProps {
  readonly lessons: readonly Lesson[];
  readonly place: Place;
  readonly progress: Progress;
  readonly change: (by: (progress: Progress) => Progress) => void;
  readonly query: string;
  readonly onQuery: (query: string | undefined) => void;
  readonly source: Source;
  /** The address of the next exercise. */
  readonly next?: string;
}

/** An exercise: what is wanted, an editor, and what becomes of the query. One for each exercise and source. */
export function Workbench({ lessons, place, progress, change, query, onQuery, source, next }: WorkbenchProps) {
  const { exercise, solvedBy } = place;
  const { judgement, isRunning, run, stop, forget } = useAttempt(exercise, source, (attempt) =>
    change((before) => noteAttempt(before, exercise, attempt)),
  );
  const isUndecidable = useMemo(() => source.judgedBy === "tree" && needsResult(exercise, source), [exercise, source]);
  const attempt = judgement?.kind === "judged" ? judgement.attempt : undefined;
  const isCurrent = attempt?.query === query;
  const [selected, setSelected] = useState<Span>();
  const kind = kindWords(exercise);
  const isAnswerKnown = solvedBy !== undefined || progress.answers.includes(exercise.id);
  /** Progress with the exercise of this bench as the present one. */
  const here = (before: Progress): Progress => ({ ...before, exercise: exercise.id });

  return (
    <section class="course-bench" aria-labelledby="course-exercise">
      <Title place={place} />
      <Markdown html={exercise.goal} />
      {kind !== undefined && <p class="course-quiet">{kind}.</p>}
      {isUndecidable && <Undecidable />}
      <Editor
        query={query}
        label="Query"
        source={source}
        use={exercise.kind}
        // A fix would be the answer.
        offerFixes={isAnswerKnown}
        onQuery={onQuery}
        onRun={() => run(query)}
        selected={selected}
      >
        <RunButton isRunning={isRunning} onRun={() => run(query)} onStop={stop} />
      </Editor>
      <Help
        exercise={exercise}
        hints={Object.hasOwn(progress.hints, exercise.id) ? (progress.hints[exercise.id] ?? 0) : 0}
        isAnswerKnown={isAnswerKnown}
        onHint={() => change((before) => hint(lessons, here(before)).progress)}
        onAnswer={() => change((before) => answerShown(lessons, here(before)))}
        onReset={() => {
          forget();
          onQuery(undefined);
          change((before) => reset(lessons, here(before)));
        }}
      />
      <div class="course-outcome" role="status">
        {isRunning && <p class="course-quiet">The query runs …</p>}
        {!isRunning && judgement && (
          <Verdict
            judgement={judgement}
            exercise={exercise}
            judgedBy={source.judgedBy}
            {...(next !== undefined && { next })}
          />
        )}
      </div>
      {attempt && attempt.diagnostics.length > 0 && (
        <Findings
          query={attempt.query}
          diagnostics={attempt.diagnostics}
          {...(isCurrent && { onSelect: setSelected })}
          {...(isCurrent && isAnswerKnown && { onFix: onQuery })}
        />
      )}
      {attempt?.answer && judgement?.kind === "judged" && (
        <Views query={attempt.query} times={judgement.times} answer={attempt.answer} source={source} />
      )}
    </section>
  );
}

function Title({ place: { lesson, exercise, exerciseNumber, solvedBy } }: Pick<WorkbenchProps, "place">) {
  return (
    <h2 id="course-exercise" tabIndex={-1}>
      <span class="course-eyebrow">
        Exercise{lesson.exercises.length > 1 && ` ${exerciseNumber} of ${lesson.exercises.length}`}
        {solvedBy !== undefined && <span class="course-solved"> ✓ solved</span>}
      </span>
      {exercise.title}
    </h2>
  );
}

/** Said of an exercise that only results decide, where none are compared. */
function Undecidable() {
  return (
    <p class="course-note">
      {onlyByResult} Compare it with the goal; “Answer” shows a query that is right. On the demo cluster, this exercise
      is judged.
    </p>
  );
}
