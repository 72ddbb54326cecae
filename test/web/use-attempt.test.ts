// @vitest-environment happy-dom
import { h, render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import { PrometheusError, type QueryAnswer } from "../../src/prometheus/index.js";
import { type AttemptInUse, useAttempt } from "../../src/web/course/use-attempt.js";
import type { Source } from "../../src/web/server/source.js";
import { exerciseWith } from "../tutorial/exercise.js";

const answer: QueryAnswer = { result: { type: "scalar", sample: { time: 0, value: 1 } }, warnings: [], infos: [] };

/** A server that answers when it is told to. */
function waitingServer() {
  const open = new Map<
    string,
    { readonly resolve: (value: QueryAnswer) => void; readonly reject: (error: Error) => void }
  >();
  const ask = (query: string) => new Promise<QueryAnswer>((resolve, reject) => open.set(query, { resolve, reject }));
  const stop = () => {
    for (const { reject } of open.values()) reject(new PrometheusError("cancelled", "the query was stopped"));
  };
  const none = () => Promise.resolve([]);
  const server = {
    name: "a server",
    instantQuery: ask,
    rangeQuery: ask,
    labelNames: none,
    labelValues: none,
    targets: none,
    stop,
  };
  const source: Source = {
    server,
    ...{ judgedBy: "tree", now: () => new Date(0), rules: [], metrics: builtinMetrics },
  };
  return { open, source };
}

/** Somebody at work on an exercise. */
async function atWork() {
  const { open, source } = waitingServer();
  const exercise = exerciseWith("vector(1)");
  const passed: string[] = [];
  let inUse: AttemptInUse | undefined;
  const Bench = () => {
    inUse = useAttempt(exercise, source, ({ query, obstacles }) => obstacles.length === 0 && passed.push(query));
    return null;
  };
  const root = document.createElement("div");
  await act(() => render(h(Bench, {}), root));
  const now = (): AttemptInUse => {
    if (!inUse) throw new Error("nothing is shown");
    return inUse;
  };
  return {
    now,
    passed,
    run: (query: string) => act(() => now().run(query)),
    reply: (query: string, error?: Error) =>
      act(async () => {
        if (error) open.get(query)?.reject(error);
        else open.get(query)?.resolve(answer);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }),
    leave: () => act(() => render(null, root)),
  };
}

function shownQuery({ judgement }: AttemptInUse): string | undefined {
  return judgement?.kind === "judged" ? judgement.attempt.query : judgement?.kind;
}

test("a query is judged once it is answered", async () => {
  const { now, passed, run, reply } = await atWork();
  await run("vector(2)");
  expect(now()).toMatchObject({ isRunning: true });
  await reply("vector(2)");
  expect(now().isRunning).toBe(false);
  expect(shownQuery(now())).toBe("vector(2)");
  expect(passed).toEqual(["vector(2)"]);
});

test("a slower earlier answer never replaces a later one, whether it comes before that or after", async () => {
  const { now, passed, run, reply } = await atWork();
  await run("vector(2)");
  await run("vector(3)");
  await reply("vector(2)");
  expect(now().isRunning).toBe(true);
  await reply("vector(3)");
  await run("vector(4)");
  await reply("vector(4)");
  await reply("vector(3)");
  expect(shownQuery(now())).toBe("vector(4)");
  expect(passed).toEqual(["vector(3)", "vector(4)"]);
});

test("a query is stopped", async () => {
  const { now, run } = await atWork();
  await run("vector(2)");
  await act(async () => {
    now().stop();
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
  expect(shownQuery(now())).toBe("stopped");
  expect(now().isRunning).toBe(false);
});

test("a server that cannot be asked is told of, and an error of the query is judged", async () => {
  const { now, run, reply } = await atWork();
  await run("vector(2)");
  await reply("vector(2)", new PrometheusError("unreachable", "nobody answers"));
  expect(now().judgement).toEqual({ kind: "unasked", message: "nobody answers" });
  await run("vector(3)");
  await reply("vector(3)", new PrometheusError("execution", "too many samples"));
  expect(now().judgement).toMatchObject({ attempt: { obstacles: [{ kind: "failed", message: "too many samples" }] } });
});

test("what is forgotten or left does not come back", async () => {
  const { now, passed, run, reply, leave } = await atWork();
  await run("vector(2)");
  await act(() => now().forget());
  await reply("vector(2)");
  expect(now()).toMatchObject({ isRunning: false });
  expect(now().judgement).toBeUndefined();
  await run("vector(3)");
  await leave();
  await reply("vector(3)");
  expect(passed).toEqual([]);
});
