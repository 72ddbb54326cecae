import { useState } from "preact/hooks";
import type { AskedTimes } from "../../results/answer-text.js";
import type { Source } from "../server/source.js";
import { useNewest } from "../use-newest.js";
import { type Outcome, outcomeOf } from "./outcome.js";

/** A query that was asked, and what became of it. */
export interface Run {
  readonly query: string;
  readonly times: AskedTimes;
  readonly source: Source;
  readonly outcome: Outcome;
}

/** Asks queries of a server, of which the last counts. Those of another server count no more. */
export function useRun(source: Source) {
  const [run, setRun] = useState<Run>();
  const { isRunning, ask, stop } = useNewest(source);

  async function start(query: string, times: AskedTimes): Promise<void> {
    const answered = await ask(() => outcomeOf(query, times, source.server));
    if (answered) setRun({ query, times, source, outcome: answered.value });
  }

  return {
    run: run?.source === source ? run : undefined,
    isRunning,
    ask: (query: string, times: AskedTimes) => void start(query, times),
    stop,
  };
}
