import { PrometheusError } from "./error.js";
import { cancelled } from "./fault.js";
import type { Server } from "./server.js";

/** Milliseconds before the first request is sent again; each further wait is twice as long. */
const firstWait = 200;

/**
 * Sends a request, and again where a server is overloaded or cut the connection: all requests of the API that are used
 * only read. `send` gets the signal that ends all tries. A wait that would outlast the timeout is not begun.
 */
export async function withRetries<T>(server: Server, send: (deadline: AbortSignal) => Promise<T>): Promise<T> {
  const end = performance.now() + server.timeout;
  const expiry = AbortSignal.timeout(server.timeout);
  const deadline = server.signal ? AbortSignal.any([server.signal, expiry]) : expiry;
  for (let tried = 0; ; tried++) {
    try {
      return await send(deadline);
    } catch (error) {
      if (tried >= server.retries || !mayPass(error)) throw error;
      // Clients that failed together do not return together.
      const backoff = firstWait * 2 ** tried * (0.75 + Math.random() / 2);
      const pause = error.retryAfter === undefined ? backoff : error.retryAfter * 1000;
      if (performance.now() + pause >= end) throw error;
      await wait(pause, deadline);
      if (deadline.aborted) throw server.signal?.aborted ? cancelled(server) : error;
    }
  }
}

/** Waits milliseconds, or until the signal is aborted. */
function wait(pause: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, pause);
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}

const overloaded: ReadonlySet<number | undefined> = new Set([429, 502, 503, 504]);
const cut: ReadonlySet<string | undefined> = new Set(["ECONNRESET", "EPIPE"]);

/** A query that took a server too long would take it as long again. */
function mayPass(error: unknown): error is PrometheusError {
  if (!(error instanceof PrometheusError)) return false;
  return (error.kind === "unavailable" && overloaded.has(error.httpStatus)) || cut.has(error.code);
}
