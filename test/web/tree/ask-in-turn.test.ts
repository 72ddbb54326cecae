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

test("what has not begun when it is stopped never does", async () => {
  const { begun, turns, answer } = questions(1);
  turns.ask(["a", "b"]);
  turns.stop();
  await answer("a");
  expect(begun).toEqual(["a"]);
});
