import { expect, test } from "vitest";
import { askForOrder } from "../../../src/cli/learn/meant-order.js";

const server = { labelValues: () => Promise.resolve(["up", "node_load1", "help2", "texts"]) };

test.each<[typed: string, said: string | undefined]>([
  ["hnt", "`hnt` is no metric here. Did you mean the order `hint`?\n"],
  ["anwser", "`anwser` is no metric here. Did you mean the order `answer`?\n"],
  ["soluton", "`soluton` is no metric here. Did you mean the order `answer`?\n"],
  ["next exercise", "`next exercise` is no query. Did you mean the order `next`?\n"],
  ["Show me the answer!", "`Show me the answer!` is no query. Did you mean the order `answer`?\n"],
  ["give me a hnit", "`give me a hnit` is no query. Did you mean the order `hint`?\n"],
  ["hint 2", "`hint 2` is no query. Did you mean the order `hint`?\n"],
  ["up", undefined],
  ["idle", undefined],
  ["refused", undefined],
  ["texts", undefined],
  ["help2", undefined],
  ["next and back", undefined],
  ["sum up", undefined],
  ["hint{}", undefined],
  ["hint\nhint", undefined],
  ["a".repeat(100_000), undefined],
  ["", undefined],
])("%j", async (typed, said) => {
  expect(await askForOrder(typed, server)).toBe(said);
});
