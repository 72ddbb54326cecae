import { PrometheusError } from "../../prometheus/error.js";
import type { Question, Reply } from "./messages.js";
import { pageMethods, type PageServer } from "./page-server.js";

/** What of a worker is used. */
type Thread = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

/** Who waits for a reply. */
interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: PrometheusError) => void;
}

/**
 * The demo cluster in a worker, so that a query keeps the page from nothing. `start` makes a worker when the first question is
 * asked, and the next one after it was stopped.
 */
export function demoWorker(start: () => Thread): PageServer {
  const waiting = new Map<number, Waiting>();
  let thread: Thread | undefined;
  let asked = 0;

  function end(kind: "cancelled" | "execution", message: string): void {
    thread?.terminate();
    thread = undefined;
    for (const { reject } of waiting.values()) reject(new PrometheusError(kind, message));
    waiting.clear();
  }

  function running(): Thread {
    if (thread) return thread;
    thread = start();
    thread.onmessage = ({ data }: MessageEvent<Reply>) => {
      const asker = waiting.get(data.id);
      waiting.delete(data.id);
      if ("value" in data) asker?.resolve(data.value);
      else asker?.reject(new PrometheusError(data.error.kind, data.error.message, data.error));
    };
    thread.onerror = () => end("execution", "the query took more memory than the browser gives");
    return thread;
  }

  function ask(method: Question["method"]) {
    return (...args: readonly unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        const id = ++asked;
        waiting.set(id, { resolve, reject });
        running().postMessage({ id, method, args } satisfies Question);
      });
  }

  return {
    ...(Object.fromEntries(pageMethods.map((method) => [method, ask(method)])) as Pick<
      PageServer,
      (typeof pageMethods)[number]
    >),
    name: "the demo cluster",
    stop: () => end("cancelled", "the query was stopped"),
  };
}
