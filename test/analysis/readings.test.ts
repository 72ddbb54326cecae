import { describe, expect, test } from "vitest";
import { expectedEmpty } from "../../src/analysis/expected-empty.js";
import { readings } from "../../src/analysis/readings.js";
import { selectionsOf } from "../../src/analysis/selections.js";
import type { Expr } from "../../src/syntax/ast.js";
import { parse } from "../../src/syntax/parse.js";
import { nodesOf } from "../../src/syntax/walk.js";

function rootOf(query: string): Expr {
  const { expr } = parse(query, { variables: "grafana" });
  return expr ?? expect.fail(`not a query: ${query}`);
}

describe("window and offset, in seconds, of each selector", () => {
  test.each<[string, (readonly [number | undefined, number | undefined])[]]>([
    ["up", [[0, 0]]],
    ["rate(up[5m] offset 1h)", [[300, 3600]]],
    ["max_over_time(up[1h:5m])", [[3600, 0]]],
    ["max_over_time(rate(up[5m] offset 1m)[1h:] offset 1d)", [[3900, 86_460]]],
    ["up @ 0", [[0, undefined]]],
    ["max_over_time(up[1h:] @ end())", [[3600, undefined]]],
    ["rate(up[$range])", [[undefined, 0]]],
    ["up offset $offset", [[0, undefined]]],
    [
      "a + rate(b[5m]) + c offset -1m",
      [
        [0, 0],
        [300, 0],
        [0, -60],
      ],
    ],
    ["1 + vector(2)", []],
  ])("%s", (query, expected) => {
    expect(readings(rootOf(query)).map(({ window, offset }) => [window, offset])).toEqual(expected);
  });

  test("a chain of 10,000 terms", () => {
    expect(readings(rootOf(Array.from({ length: 10_000 }, () => "up").join(" + "))).length).toBe(10_000);
  });
});

describe("what is asked about a selector", () => {
  test.each<[string, unknown]>([
    ["up", { all: "up", alone: [] }],
    [
      'up{job="a", env=~"b|c", x!="d", y=~".*", z=""}',
      {
        all: 'up{env=~"b|c",job="a",x!="d",y=~".*",z=""}',
        alone: ['up{job="a"}', 'up{env=~"b|c"}'],
      },
    ],
    ["{__name__=\"up\", job='a'}", { all: 'up{job="a"}', alone: ['up{job="a"}'] }],
    [
      '{"my.metric", "my.label"="a"}',
      {
        all: '{"my.label"="a",__name__="my.metric"}',
        alone: ['{"my.label"="a",__name__="my.metric"}'],
      },
    ],
    ["rate(up[1m])", { all: "up", alone: [] }],
    ["rate(up[1h])", { all: "up", inRange: "last_over_time(up[1h])", alone: [] }],
    ['up{job="$job", a="b"}', { all: 'up{a="b"}', alone: ['up{a="b"}'] }],
    ["up offset 1h", undefined],
    ["up @ 0", undefined],
    ['{job="a"}', undefined],
    ['{__name__=~"a|b"}', undefined],
    ["$metric", undefined],
  ])("%s", (query, expected) => {
    const [reading] = readings(rootOf(query));
    const found = reading && selectionsOf(reading);
    const { all, inRange, alone = [] } = found ?? {};
    const shown = { all, ...(inRange !== undefined && { inRange }), alone: alone.map(({ selection }) => selection) };
    expect(found && shown).toEqual(expected);
  });
});

describe("a part that may be empty", () => {
  test.each<[string, boolean]>([
    ["x", false],
    ["absent(x)", true],
    ["absent_over_time(x[5m])", true],
    ["x or y", true],
    ["y or x", true],
    ["sum(x or y) > 1", true],
    ["x unless y", false],
    ["y unless x", true],
    ["y unless sum(x)", true],
    ["y and x", false],
    ["absent(y) and x", false],
  ])("x in %s: %s", (query, expected) => {
    const root = rootOf(query);
    const x = nodesOf(root, "VectorSelector").find(({ metric }) => metric?.text === "x");
    expect(x && expectedEmpty(root)(x.span)).toBe(expected);
  });
});
