import type { Attempt } from "../../tutorial/attempt.js";
import type { Classroom } from "../../tutorial/classroom.js";
import type { Exercise } from "../../tutorial/lesson.js";
import { obstaclesWords, passedWords } from "../../tutorial/help/verdict.js";
import { Markdown, Sentence } from "../markdown.js";
import type { Judgement } from "./judged.js";

/** What became of a query, in which exercise, and where the next one is. */
export interface VerdictProps {
  readonly judgement: Judgement;
  readonly exercise: Exercise;
  readonly judgedBy: Classroom["judgedBy"];
  /** The address of the next exercise; missing in the last one. */
  readonly next?: string;
}

/** What keeps a query from passing, or that it passes, and what its answer teaches. */
export function Verdict({ judgement, ...props }: VerdictProps) {
  switch (judgement.kind) {
    case "stopped":
      return <p class="course-verdict">The query was stopped.</p>;
    case "unasked":
      return (
        <p class="course-verdict course-verdict-bad">
          The query has no result: <Sentence text={judgement.message} />
        </p>
      );
    case "judged":
      return judgement.attempt.obstacles.length > 0 ? (
        <Obstacles attempt={judgement.attempt} judgedBy={props.judgedBy} />
      ) : (
        <Passed attempt={judgement.attempt} {...props} />
      );
  }
}

function Obstacles({ attempt, judgedBy }: Pick<VerdictProps, "judgedBy"> & { readonly attempt: Attempt }) {
  return (
    <div class="course-verdict course-verdict-warn">
      {obstaclesWords(attempt, judgedBy).map(({ message, help }) => (
        <>
          <p>
            <strong>Not yet:</strong> <Sentence text={message} />
          </p>
          {help !== undefined && (
            <p>
              <strong>Help:</strong> <Sentence text={help} />
            </p>
          )}
        </>
      ))}
    </div>
  );
}

function Passed({
  attempt,
  exercise,
  judgedBy,
  next,
}: Omit<VerdictProps, "judgement"> & { readonly attempt: Attempt }) {
  return (
    <div class={attempt.isUndecided ? "course-verdict" : "course-verdict course-verdict-good"}>
      <p>
        <strong>{passedWords(attempt, judgedBy)}</strong>
        {attempt.isUndecided && " Compare its result with the goal."}
      </p>
      {!attempt.isUndecided && exercise.lesson !== "" && <Markdown html={exercise.lesson} />}
      {next === undefined ? (
        <p>This was the last exercise.</p>
      ) : (
        <p>
          <a class="page-button page-button-main" href={next}>
            Next exercise
          </a>
        </p>
      )}
    </div>
  );
}
