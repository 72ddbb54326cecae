import { describe, expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { headOf } from "../../../src/web/tree/part-text.js";
import { partsOf } from "../../../src/web/tree/parts.js";
import { moveOf, shownParts } from "../../../src/web/tree/rows.js";

const { expr } = parse("sum(rate(a[5m])) / (b > 0)");
const parts = expr ? partsOf(expr) : [];
const names = parts.map(headOf);
const closedAt = (...heads: readonly string[]) => new Set(heads.map((head) => names.indexOf(head)));

test("each part has a name of its own here", () => {
  expect(names).toEqual(["… / …", "sum(…)", "rate(…)", "a[5m]", "… > 0", "b"]);
});

describe("what is shown", () => {
  test.each<readonly [most: number, closed: readonly string[], shown: readonly string[]]>([
    [9, [], names],
    [2, [], ["… / …", "sum(…)"]],
    [9, ["sum(…)"], ["… / …", "sum(…)", "… > 0", "b"]],
    [9, ["rate(…)", "… > 0"], ["… / …", "sum(…)", "rate(…)", "… > 0"]],
    [9, ["… / …", "rate(…)"], ["… / …"]],
  ])("%d of them, with %j closed", (most, closed, shown) => {
    expect(shownParts(parts, most, closedAt(...closed)).map(headOf)).toEqual(shown);
  });
});

describe("keys", () => {
  test.each<readonly [at: string, key: string, expected: string]>([
    ["… / …", "ArrowDown", "to sum(…)"],
    ["… / …", "ArrowUp", "-"],
    ["b", "ArrowDown", "-"],
    ["b", "ArrowUp", "to … > 0"],
    ["sum(…)", "ArrowDown", "to rate(…)"],
    ["rate(…)", "ArrowRight", "open rate(…)"],
    ["sum(…)", "ArrowRight", "to rate(…)"],
    ["b", "ArrowRight", "-"],
    ["sum(…)", "ArrowLeft", "close sum(…)"],
    ["rate(…)", "ArrowLeft", "to sum(…)"],
    ["b", "ArrowLeft", "to … > 0"],
    ["sum(…)", "Enter", "close sum(…)"],
    ["rate(…)", " ", "open rate(…)"],
    ["b", "Enter", "-"],
    ["b", "Home", "to … / …"],
    ["… / …", "End", "to b"],
    ["b", "x", "-"],
  ])("at %s: %s", (at, key, expected) => {
    const closed = closedAt("rate(…)");
    const part = parts[names.indexOf(at)] ?? expect.fail("no such part");
    const move = moveOf(key, part, shownParts(parts, 9, closed), closed);
    const [[verb, index] = []] = Object.entries(move ?? {});
    expect(verb === undefined ? "-" : `${verb} ${names[Number(index)] ?? ""}`).toBe(expected);
  });
});
