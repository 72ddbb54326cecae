import { expect, test } from "vitest";
import { recent } from "../../src/syntax/recent.js";

test("remembers all up to the next trim, and the latest beyond it", () => {
  const keys = Array.from({ length: 10 }, (_, id) => ({ id }));
  const known = recent<{ id: number }, number>(4);
  const kept = () => keys.filter((key) => known.get(key) !== undefined).map(({ id }) => id);
  for (const key of keys.slice(0, 6)) known.set(key, key.id);
  expect(keys.map((key) => known.get(key))).toEqual([0, 1, 2, 3, 4, 5, ...Array<undefined>(4).fill(undefined)]);

  known.trim();
  expect([known.get({ id: 1 }), known.get(keys[1] ?? { id: 0 })]).toEqual([undefined, 1]);
  for (const key of keys.slice(6)) known.set(key, key.id);
  known.trim();
  expect(kept()).toEqual([1, 6, 7, 8, 9]);
});

test("forgets nothing while there is little", () => {
  const [one, other] = [{}, {}];
  const known = recent<object, string>(3);
  known.set(one, "one");
  known.set(other, "other");
  known.trim();
  known.trim();
  known.trim();
  expect([known.get(one), known.get(other)]).toEqual(["one", "other"]);
});
