import { useEffect, useRef, useState } from "preact/hooks";
import type { Attempt } from "../../tutorial/attempt.js";
import type { Exercise } from "../../tutorial/lesson.js";
import type { Source } from "../server/source.js";
import { judged, type Outcome } from "./judged.js";
import { latest } from "../latest.js";

/** What became of the last query, and what runs the next one. */
export interface AttemptInUse {
  readonly outcome?: Outcome;
  readonly isBusy: boolean;
  /** Gives up the query that runs, if one does. */
  readonly run: (query: string) => void;
  readonly stop: () => void;
  /** As if nothing had been run. */
  readonly forget: () => void;
}

/** Runs queries, of which the last counts. A query that runs is given up when the exercise is left. */
export function useAttempt(exercise: Exercise, source: Source, onAttempt: (attempt: Attempt) => void): AttemptInUse {
  const [outcome, setOutcome] = useState<Outcome>();
  const [isBusy, setIsBusy] = useState(false);
  const newest = useRef(latest());
  const isRunning = useRef(false);

  const end = (): void => {
    newest.current.drop();
    if (isRunning.current) source.server.stop();
    isRunning.current = false;
  };
  useEffect(() => end, [source]);

  const run = async (query: string): Promise<void> => {
    end();
    isRunning.current = true;
    setIsBusy(true);
    const answered = await newest.current.of(judged(query, exercise, source), () => {
      isRunning.current = false;
      setIsBusy(false);
    });
    if (!answered) return;
    setOutcome(answered.value);
    if (answered.value.kind === "judged") onAttempt(answered.value.attempt);
  };

  return {
    ...(outcome && { outcome }),
    isBusy,
    run: (query) => void run(query),
    stop: () => source.server.stop(),
    forget: () => {
      end();
      setIsBusy(false);
      setOutcome(undefined);
    },
  };
}
