import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashOf, type Route, routeOf } from "../../src/web/route.js";

const noon = Date.UTC(2026, 2, 2, 12) / 1000;

describe("the address of", () => {
  test.each<[string, Route]>([
    ["#/", { view: "course" }],
    ["#/exercise/first-query", { view: "course", exercise: "first-query" }],
    ["#/playground", { view: "playground", query: "" }],
    ["#/playground?query=up", { view: "playground", query: "up" }],
    ["#/playground?query=a+%2B+b%3F%23%26", { view: "playground", query: "a + b?#&" }],
    ["#/playground?query=up&last=1h", { view: "playground", query: "up", times: { kind: "range", last: 3600 } }],
    [
      "#/playground?query=up&last=1d&end=2026-03-02T12%3A00%3A00Z",
      { view: "playground", query: "up", times: { kind: "range", last: 86_400, end: noon } },
    ],
    [
      "#/playground?query=up&time=2026-03-02T12%3A00%3A00Z",
      { view: "playground", query: "up", times: { kind: "instant", time: noon } },
    ],
  ])("%s", (hash, route) => {
    expect([hashOf(route), routeOf(hash)]).toEqual([hash, route]);
  });
});

describe("reads", () => {
  test.each<[string, Route]>([
    ["", { view: "course" }],
    ["#", { view: "course" }],
    ["#/elsewhere", { view: "course" }],
    ["#/exercise/<b>", { view: "course" }],
    ["#playground?query=up", { view: "playground", query: "up" }],
    ["#/playground?query=a?b", { view: "playground", query: "a?b" }],
    ["#/playground?query=%", { view: "playground", query: "%" }],
    ["#/playground?query=up&last=soon&time=never", { view: "playground", query: "up" }],
    ["#/playground?query=up&last=0s", { view: "playground", query: "up" }],
    ["#/playground?query=up&last=9000y", { view: "playground", query: "up" }],
    [
      "#/playground?query=up&time=1772452800",
      { view: "playground", query: "up", times: { kind: "instant", time: noon } },
    ],
  ])("%s", (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });

  test("any text, and any query again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(() => routeOf(`#/playground?${text}`)).not.toThrow();
        const route = { view: "playground", query: text } as const;
        expect(routeOf(hashOf(route))).toEqual(route);
      }),
    );
  });
});
