import { useEffect, useRef, useState } from "preact/hooks";
import { PrometheusError } from "../../prometheus/error.js";
import type { QueryAnswer } from "../../prometheus/index.js";
import type { AskedTimes } from "../../results/answer-text.js";
import { latest } from "../course/latest.js";
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

/** Asks queries, of which the last counts. */
export function useRun() {
  const [run, setRun] = useState<Run>();
  const [running, setRunning] = useState<Source>();
  const newest = useRef(latest());
  const open = useRef<Source>(undefined);

  const end = () => {
    newest.current.drop();
    open.current?.server.stop();
    open.current = undefined;
  };
  useEffect(() => end, []);

  async function ask(query: string, times: AskedTimes, source: Source): Promise<void> {
    end();
    open.current = source;
    setRunning(source);
    const answered = await newest.current.of(outcomeOf(query, times, source));
    if (!answered) return;
    open.current = undefined;
    setRunning(undefined);
    setRun({ query, times, source, outcome: answered.value });
  }

  return {
    run,
    isRunning: running !== undefined,
    ask: (query: string, times: AskedTimes, source: Source) => void ask(query, times, source),
    stop: () => open.current?.server.stop(),
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
