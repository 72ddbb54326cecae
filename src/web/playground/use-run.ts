import { useEffect, useRef, useState } from "preact/hooks";
import { PrometheusError } from "../../prometheus/error.js";
import type { QueryAnswer } from "../../prometheus/index.js";
import type { AskedTimes } from "../../results/answer-text.js";
import { latest } from "../latest.js";
import type { Source } from "../server/source.js";

/** A query that was asked, and what became of it. */
export interface Run {
  readonly query: string;
  readonly times: AskedTimes;
  readonly source: Source;
  readonly outcome:
    | { readonly kind: "answered"; readonly answer: QueryAnswer; readonly milliseconds: number }
    | { readonly kind: "failed"; readonly message: string }
    | { readonly kind: "stopped" };
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
    const answered = await newest.current.of(outcomeOf(query, times, source));
    if (!answered) return;
    isOpen.current = false;
    setIsRunning(false);
    setRun({ query, times, source, outcome: answered.value });
  }

  return {
    run: run?.source === source ? run : undefined,
    isRunning,
    ask: (query: string, times: AskedTimes) => void ask(query, times),
    stop: () => source.server.stop(),
  };
}

async function outcomeOf(query: string, times: AskedTimes, { server }: Source): Promise<Run["outcome"]> {
  const begun = performance.now();
  try {
    const answer =
      times.kind === "instant"
        ? await server.instantQuery(query, dateOf(times.time))
        : await server.rangeQuery(query, dateOf(times.start), dateOf(times.end), times.step);
    return { kind: "answered", answer, milliseconds: performance.now() - begun };
  } catch (error) {
    if (!(error instanceof PrometheusError)) throw error;
    return error.kind === "cancelled" ? { kind: "stopped" } : { kind: "failed", message: reasonOf(error) };
  }
}

/** What the server says of the query, in which it names no address; else what is wrong with the server. */
function reasonOf({ message, serverSays = "" }: PrometheusError): string {
  return serverSays === "" ? message : serverSays;
}

function dateOf(seconds: number): Date {
  return new Date(seconds * 1000);
}
