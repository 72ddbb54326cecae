import { useEffect, useRef, useState } from "preact/hooks";
import type { Exercise } from "../../tutorial/lesson.js";
import { Markdown } from "../markdown.js";
import { QueryText } from "../query-text.js";
import { AskFirst } from "./ask-first.js";

/** An exercise, and how much help was asked for. */
export interface HelpProps {
  readonly exercise: Exercise;
  /** How many hints have been given. */
  readonly hints: number;
  /** Whether the answer may be shown without asking: it was read, or is known. */
  readonly isAnswerKnown: boolean;
  readonly onHint: () => void;
  readonly onAnswer: () => void;
  readonly onReset: () => void;
}

/** Hints one by one, and the answer. */
export function Help({ exercise, hints, isAnswerKnown, onHint, onAnswer, onReset }: HelpProps) {
  const [isAnswerShown, setIsAnswerShown] = useState(false);
  const all = exercise.hints.length;
  const isLast = hints >= all;
  const answer = useRef<HTMLDivElement>(null);
  // The question that was answered is gone, and with it the focus.
  useEffect(() => {
    if (isAnswerShown) answer.current?.focus();
  }, [isAnswerShown]);
  const show = () => {
    setIsAnswerShown(true);
    onAnswer();
  };
  const forget = () => {
    setIsAnswerShown(false);
    onReset();
  };
  return (
    <div class="course-help">
      <div class="course-actions">
        <button type="button" aria-disabled={isLast} onClick={() => !isLast && onHint()}>
          {isLast ? "No more hints" : `Hint ${hints + 1} of ${all}`}
        </button>
        {isAnswerKnown || isAnswerShown ? (
          <button
            type="button"
            aria-expanded={isAnswerShown}
            onClick={() => (isAnswerShown ? setIsAnswerShown(false) : show())}
          >
            Answer
          </button>
        ) : (
          <AskFirst label="Answer" question="Show the answer?" yes="Show it" no="Not yet" onYes={show} />
        )}
        <button type="button" title="Forget what you did in this exercise" onClick={forget}>
          Reset
        </button>
      </div>
      <ol class="course-hints" aria-live="polite" aria-label="Hints">
        {exercise.hints.slice(0, hints).map((hint) => (
          <li key={hint}>
            <Markdown html={hint} />
          </li>
        ))}
      </ol>
      <div ref={answer} class="course-answer" tabIndex={-1}>
        {isAnswerShown && (
          <>
            <pre class="course-query">
              <QueryText query={exercise.answer} />
            </pre>
            <Markdown html={exercise.lesson} />
            <p class="course-quiet">Type it yourself to pass.</p>
          </>
        )}
      </div>
    </div>
  );
}
