import { expect, test } from "vitest";
import { firstRows, nextRows } from "../../../src/web/results/paging.js";

test.each([
  [101, [101]],
  [1000, [1000]],
  [2500, [1000, 2000, 2500]],
])("%i rows are shown in steps that the browser draws at once", (all, steps) => {
  const shown: number[] = [];
  for (let rows = firstRows; rows < all;) shown.push((rows = nextRows(rows, all)));
  expect(shown).toEqual(steps);
});
