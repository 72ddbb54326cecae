import { useEffect, useRef, useState } from "preact/hooks";
import type { AskedTimes } from "../../results/answer-text.js";
import { latest } from "../latest.js";
import type { Source } from "../server/source.js";
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
  const [isRunning, setIsRunning] = useState(false);
  const newest = useRef(latest());
  const isOpen = useRef(false);

  const end = () => {
    newest.current.drop();
    if (isOpen.current) source.server.stop();
    isOpen.current = false;
  };
  useEffect(
    () => () => {
      end();
      setIsRunning(false);
    },
    [source],
  );

  async function ask(query: string, times: AskedTimes): Promise<void> {
    end();
    isOpen.current = true;
    setIsRunning(true);
    const answered = await newest.current.of(outcomeOf(query, times, source.server), () => {
      isOpen.current = false;
      setIsRunning(false);
    });
    if (!answered) return;
    setRun({ query, times, source, outcome: answered.value });
  }

  return {
    run: run?.source === source ? run : undefined,
    isRunning,
    ask: (query: string, times: AskedTimes) => void ask(query, times),
    stop: () => source.server.stop(),
  };
}
