import { expect, test } from "vitest";
import { inTurn } from "../../../src/web/tree/ask-in-turn.js";

/** Questions that are answered when the test says so. */
function questions(atOnce: number) {
  const begun: string[] = [];
  const open = new Map<string, () => void>();
  const turns = inTurn<string>(atOnce, (key) => {
    begun.push(key);
    return new Promise((resolve) => open.set(key, resolve));
  });
  const answer = async (key: string): Promise<void> => {
    open.get(key)?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { begun, turns, answer };
}

test("one at a time, in the order of the questions, each once", async () => {
  const { begun, turns, answer } = questions(1);
  turns.ask(["a", "b"]);
  turns.ask(["b", "c", "a"]);
  expect(begun).toEqual(["a"]);
  await answer("a");
  expect(begun).toEqual(["a", "b"]);
  await answer("b");
  await answer("c");
  turns.ask(["a", "d"]);
  expect(begun).toEqual(["a", "b", "c", "d"]);
});

test("at most so many at once", async () => {
  const { begun, turns, answer } = questions(2);
  turns.ask(["a", "b", "c", "d"]);
  expect(begun).toEqual(["a", "b"]);
  await answer("b");
  expect(begun).toEqual(["a", "b", "c"]);
});

test("where one fails, the page hears of it, and the next one has its turn", async () => {
  const unheard: unknown[] = [];
  const listen = (reason: unknown): void => void unheard.push(reason);
  process.on("unhandledRejection", listen);
  const begun: string[] = [];
  const mistake = new Error("a mistake of the page");
  inTurn<string>(1, (key) => {
    begun.push(key);
    return key === "a" ? Promise.reject(mistake) : Promise.resolve();
  }).ask(["a", "b"]);
  await new Promise((resolve) => setTimeout(resolve, 0));
  process.removeListener("unhandledRejection", listen);
  expect(begun).toEqual(["a", "b"]);
  expect(unheard).toEqual([mistake]);
});

test("what has not begun when it is stopped never does", async () => {
  const { begun, turns, answer } = questions(1);
  turns.ask(["a", "b"]);
  turns.stop();
  await answer("a");
  expect(begun).toEqual(["a"]);
});
