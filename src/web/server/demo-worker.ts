import { PrometheusError, type PrometheusErrorKind } from "../../prometheus/error.js";
import type { Question, Reply } from "./messages.js";
import type { PageMethod, PageServer } from "./page-server.js";

/** What of a worker is used. */
export interface Thread {
  readonly postMessage: (question: Question) => void;
  readonly terminate: () => void;
}

/** Starts a worker, and hands on what it says, and that it broke down. */
export type StartThread = (onReply: (reply: Reply) => void, onBreakdown: () => void) => Thread;

/** Who waits for a reply. */
interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: PrometheusError) => void;
}

/** Milliseconds without any reply after which a worker is given up; a query that takes 10 s ends by itself. */
const longestSilence = 15_000;

/**
 * The demo cluster in a worker, so that a query keeps the page from nothing. `start` makes a worker when the first question is
 * asked, and the next one after it was stopped.
 */
export function demoWorker(start: StartThread): PageServer {
  const waiting = new Map<number, Waiting>();
  let thread: Thread | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  function end(kind: PrometheusErrorKind, message: string): void {
    clearTimeout(silence);
    thread?.terminate();
    thread = undefined;
    const waited = [...waiting.values()];
    waiting.clear();
    for (const { reject } of waited) reject(new PrometheusError(kind, message, { serverSays: message }));
  }

  function listen(): void {
    clearTimeout(silence);
    if (waiting.size === 0) return;
    silence = setTimeout(() => {
      end("timeout", "the query takes too long: select fewer series, or ask for less time");
    }, longestSilence);
  }

  function hear(reply: Reply): void {
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    listen();
    if ("value" in reply) asker?.resolve(reply.value);
    else asker?.reject(new PrometheusError(reply.error.kind, reply.error.message, reply.error));
  }

  function breakDown(): void {
    end("execution", "the query took more memory than the browser gives: select fewer series, or ask for less time");
  }

  /** The worker hands over what the method of the same name gives. */
  function ask<M extends PageMethod>(method: M) {
    return (...args: Parameters<PageServer[M]>) =>
      new Promise<Awaited<ReturnType<PageServer[M]>>>((resolve, reject) => {
        const id = ++asked;
        waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
        if (waiting.size === 1) listen();
        // The type of the arguments follows from the method, which a type cannot say of both together.
        thread ??= start(hear, breakDown);
        thread.postMessage({ id, method, args } as Question);
      });
  }

  return {
    instantQuery: ask("instantQuery"),
    rangeQuery: ask("rangeQuery"),
    labelNames: ask("labelNames"),
    labelValues: ask("labelValues"),
    targets: ask("targets"),
    name: "the demo cluster",
    stop: () => end("cancelled", "the query was stopped"),
  };
}
