import { expect, test } from "vitest";
import { type View, viewFor } from "../../../src/web/results/choice.js";

test.each<[string, "instant" | "range", "instant" | "range" | undefined, View, View]>([
  ["a table for a moment", "instant", undefined, "table", "table"],
  ["a graph for a range", "range", undefined, "table", "graph"],
  ["the table of a range that was chosen", "range", "range", "table", "table"],
  ["the graph of a moment that was chosen: it says how to get one", "instant", "instant", "graph", "graph"],
  ["a table again when a moment follows a range whose graph was chosen", "instant", "range", "graph", "table"],
  ["a graph again when a range follows a moment whose table was chosen", "range", "instant", "table", "graph"],
  ["the tree that was chosen, whatever follows", "range", "instant", "tree", "tree"],
  ["the words that were chosen, whatever follows", "instant", "range", "words", "words"],
])("%s", (_, kind, chosenFor, view, shown) => {
  expect(viewFor(kind, true, chosenFor && { view, kind: chosenFor })).toBe(shown);
});

test("the tree where nothing was answered, unless another view was chosen", () => {
  expect(viewFor("instant", false, undefined)).toBe("tree");
  expect(viewFor("range", false, { view: "words", kind: "instant" })).toBe("words");
});
