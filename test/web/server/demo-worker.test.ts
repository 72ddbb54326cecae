import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PrometheusError } from "../../../src/prometheus/error.js";
import { demoWorker, type Thread } from "../../../src/web/server/demo-worker.js";
import type { Question, Reply } from "../../../src/web/server/messages.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker that answers when a test says so. */
interface FakeThread extends Thread {
  readonly asked: Question[];
  readonly reply: (reply: Reply) => void;
  readonly breakDown: () => void;
  isEnded: boolean;
}

/** The demo cluster in workers that are started one after the other. */
function inWorkers() {
  const threads: FakeThread[] = [];
  const server = demoWorker((reply, breakDown) => {
    const thread: FakeThread = {
      ...{ asked: [], reply, breakDown, isEnded: false },
      postMessage: (question) => void thread.asked.push(question),
      terminate: () => void (thread.isEnded = true),
    };
    threads.push(thread);
    return thread;
  });
  return { server, threads, reply: (thread: number, reply: Reply) => threads[thread]?.reply(reply) };
}

/** Why a promise is rejected. */
async function failure(promise: Promise<unknown>): Promise<readonly [string, string]> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  if (!(error instanceof PrometheusError)) throw new Error("is not rejected");
  return [error.kind, error.message];
}

test("no worker is started before a question", () => {
  expect(inWorkers().threads).toEqual([]);
});

test("each question gets its own answer, in whatever order they come", async () => {
  const { server, threads, reply } = inWorkers();
  const [names, values] = [server.labelNames(), server.labelValues("job", ["up"])];
  expect(threads.map(({ asked }) => asked)).toEqual([
    [
      { id: 1, method: "labelNames", args: [] },
      { id: 2, method: "labelValues", args: ["job", ["up"]] },
    ],
  ]);
  reply(0, { id: 2, value: ["node"] });
  reply(0, { id: 1, value: ["job"] });
  expect([await names, await values]).toEqual([["job"], ["node"]]);
});

test("an error of the worker is one of a server", async () => {
  const { server, reply } = inWorkers();
  const asked = failure(server.instantQuery("up ="));
  reply(0, { id: 1, error: { kind: "bad-query", message: "no", serverSays: "no" } });
  expect(await asked).toEqual(["bad-query", "no"]);
});

test("stop ends all questions, and the next one is asked of another worker", async () => {
  const { server, threads, reply } = inWorkers();
  const asked = [failure(server.instantQuery("a")), failure(server.instantQuery("b"))];
  server.stop();
  expect(await Promise.all(asked)).toEqual(Array(2).fill(["cancelled", "the query was stopped"]));
  const next = server.labelNames();
  expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  reply(1, { id: 3, value: ["job"] });
  expect(await next).toEqual(["job"]);
});

test("a worker that breaks down fails what was asked, and the next question is asked of another", async () => {
  const { server, threads } = inWorkers();
  const asked = failure(server.instantQuery("a"));
  threads[0]?.breakDown();
  const [kind, message] = await asked;
  expect([kind, message]).toEqual([
    "execution",
    "the query took more memory than the browser gives: select fewer series, or ask for less time",
  ]);
  void failure(server.instantQuery("b"));
  expect(threads).toHaveLength(2);
  server.stop();
});

test("a worker that says nothing is given up, but not while it answers other questions", async () => {
  const { server, threads, reply } = inWorkers();
  const [first, second] = [server.labelNames(), failure(server.instantQuery("slow"))];
  vi.advanceTimersByTime(14_000);
  reply(0, { id: 1, value: [] });
  expect(await first).toEqual([]);
  vi.advanceTimersByTime(14_000);
  expect(threads[0]?.isEnded).toBe(false);
  vi.advanceTimersByTime(1_000);
  expect(await second).toEqual(["timeout", "the query takes too long: select fewer series, or ask for less time"]);
  expect(threads[0]?.isEnded).toBe(true);
});

test("a worker without a question may be silent", async () => {
  const { server, threads, reply } = inWorkers();
  const asked = server.labelNames();
  reply(0, { id: 1, value: [] });
  await asked;
  vi.advanceTimersByTime(60_000);
  expect(threads[0]?.isEnded).toBe(false);
});
