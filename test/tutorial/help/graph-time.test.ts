import { expect, test } from "vitest";
import { graphTimeHelp } from "../../../src/tutorial/help/graph-time.js";
import { exerciseWith } from "../exercise.js";

const range = exerciseWith("avg(rate(node_cpu_seconds_total[5m]))", { kind: "range", last: 7200 });
const drawn = "how long the graph is stands in no query: it is drawn over 2h by itself";

test.each([
  ["node_load1 over 2h", "[2h]"],
  ["node_load1 for 5m", "[5m]"],
  ["node_load1 in the last 5 minutes", "[5m]"],
  ["node_load1 last hour", "[1h]"],
  ["rate(node_cpu_seconds_total over 5m)", "[5m]"],
])("%s may mean the time of the graph or the range %s", (query, brackets) => {
  const both = `${drawn}; a range that a function reads stands in brackets behind the metric: \`${brackets}\``;
  expect(graphTimeHelp(query, range)).toBe(both);
});

test("where the answer reads no range, the time is left out", () => {
  const exercise = exerciseWith("node_load1", { kind: "range", last: 3600 });
  expect(graphTimeHelp("node_load1 over 1h", exercise)).toBe(
    "how long the graph is stands in no query: it is drawn over 1h by itself, so leave the time out",
  );
});

test.each(["node_load1 5m", "node_load1 by (instance)", "node_load1[", "rate(node_load1[5m]", "node_load1 for"])(
  "%s has no time in words",
  (query) => {
    expect(graphTimeHelp(query, range)).toBeUndefined();
  },
);

test("no graph is drawn of one moment", () => {
  expect(graphTimeHelp("node_load1 over 1h", { ...range, kind: "instant" })).toBeUndefined();
});
