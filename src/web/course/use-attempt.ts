import { useState } from "preact/hooks";
import type { Attempt } from "../../tutorial/attempt.js";
import type { Exercise } from "../../tutorial/lesson.js";
import type { Source } from "../server/source.js";
import { useNewest } from "../use-newest.js";
import { judged, type Judgement } from "./judged.js";

/** What became of the last query, and what runs the next one. */
export interface AttemptInUse {
  readonly judgement?: Judgement;
  readonly isRunning: boolean;
  /** Gives up the query that runs, if one does. */
  readonly run: (query: string) => void;
  readonly stop: () => void;
  /** As if nothing had been run. */
  readonly forget: () => void;
}

/** Runs queries, of which the last counts. A query that runs is given up when the exercise is left. */
export function useAttempt(exercise: Exercise, source: Source, onAttempt: (attempt: Attempt) => void): AttemptInUse {
  const [judgement, setJudgement] = useState<Judgement>();
  const { isRunning, ask, stop, end } = useNewest(source);

  const run = async (query: string): Promise<void> => {
    const answered = await ask(() => judged(query, exercise, source));
    if (!answered) return;
    setJudgement(answered.value);
    if (answered.value.kind === "judged") onAttempt(answered.value.attempt);
  };

  return {
    ...(judgement && { judgement }),
    isRunning,
    run: (query) => void run(query),
    stop,
    forget: () => {
      end();
      setJudgement(undefined);
    },
  };
}
