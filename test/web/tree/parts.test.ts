import { describe, expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.js";
import { headOf, kindInWords } from "../../../src/web/tree/part-text.js";
import { type Part, partsOf } from "../../../src/web/tree/parts.js";

function parts(query: string): readonly Part[] {
  const { expr } = parse(query);
  return expr ? partsOf(expr) : [];
}

/** A line for each part, as deep as its level. */
function outline(query: string): readonly string[] {
  return parts(query).map((part) => `${"> ".repeat(part.level - 1)}${headOf(part)}`);
}

describe("the parts of a query, each with the text of its own", () => {
  test.each<readonly [query: string, ...lines: string[]]>([
    ["up", "up"],
    ["((up))", "up"],
    ['rate( http_requests_total{code="500"} [5m] )', "rate(…)", '> http_requests_total{code="500"}[5m]'],
    ["1 - 2 * 3", "1 - 2 * 3"],
    ["-5", "-5"],
    ['"text"', '"text"'],
    ["-up", "-…", "> up"],
    ["up * 2 > 10", "… > 10", "> … * 2", "> > up"],
    ["(1 + 2) * up", "(1 + 2) * …", "> up"],
    ["vector(1) + time()", "… + …", "> vector(1)", "> time()"],
    ["topk(3, sum by (job) (up))", "topk(3, …)", "> sum by (job) (…)", "> > up"],
    ["topk(scalar(up), up)", "topk(…, …)", "> scalar(…)", "> > up", "> up"],
    ["histogram_quantile(0.9, b)", "histogram_quantile(0.9, …)", "> b"],
    ['label_replace(up, "a", "$1", "b", "(.*)")', 'label_replace(…, "a", "$1", "b", "(.*)")', "> up"],
    ["a / on (job) group_left b", "… / on (job) group_left () …", "> a", "> b"],
    ["max_over_time(a[1h:5m] offset 1d)", "max_over_time(…)", "> …[1h:5m] offset 1d", "> > a"],
    ["a or b or c", "… or … or …", "> a", "> b", "> c"],
    ["a or (b or c)", "… or …", "> a", "> … or …", "> > b", "> > c"],
    ["a or on (x) b or c", "… or …", "> … or on (x) …", "> > a", "> > b", "> c"],
    ["a + b + c", "… + …", "> … + …", "> > a", "> > b", "> c"],
    ["info(up, {version=~'.+'})", 'info(…, {version=~".+"})', "> up"],
    ["sum(up # why\n)", "sum(…)", "> up"],
  ])("%s", (query, ...lines) => {
    expect(outline(query)).toEqual(lines);
  });

  test("what cannot be seen is written as its code", () => {
    expect(outline('up{a="\u202e\u001b"}')).toEqual(['up{a="\\u202e\\x1b"}']);
  });

  test("the operands of a long chain stand beside each other, and its line is short", () => {
    const query = Array.from({ length: 300 }, (_, k) => `m${k}`).join(" + ");
    const [root, ...others] = parts(query);
    expect(root && headOf(root)).toBe("… + … + … + … and 296 more");
    expect(others.map(({ level, position }) => `${level} ${position}`)).toEqual(others.map((_, k) => `2 ${k + 1}`));
  });

  test.each<readonly [name: string, query: string, count: number]>([
    ["300 operands with `or`", Array.from({ length: 300 }, (_, k) => `m${k}`).join(" or "), 301],
    ["300 operators that take turns", `m${" + m - m".repeat(150)}`, 601],
    ["500 functions around each other", `${"abs(".repeat(500)}m${")".repeat(500)}`, 501],
    ["500 parentheses around each other", `${"(".repeat(500)}m${")".repeat(500)}`, 1],
    ["5,000 selectors in one call", `label_join(m, ${Array.from({ length: 5000 }, () => '"a"').join(", ")})`, 2],
  ])("%s", (_, query, count) => {
    expect(parts(query)).toHaveLength(count);
  });
});

test("each part is told apart by its kind", () => {
  const query = "-a or b > bool 1 + sum(rate(c[5m])) + max_over_time(d[1h:1m]) + 1 and (h </ 5)";
  expect(parts(query).map((part) => `${headOf(part)}: ${kindInWords(part.expr)}`)).toEqual([
    "… or …: set operation",
    "-…: sign",
    "a: selector",
    "… and …: set operation",
    "… > bool …: comparison",
    "b: selector",
    "… + 1: arithmetic",
    "… + …: arithmetic",
    "1 + …: arithmetic",
    "sum(…): aggregation",
    "rate(…): function",
    "c[5m]: selector with a range",
    "max_over_time(…): function",
    "…[1h:1m]: subquery",
    "d: selector",
    "… </ 5: cut of a histogram",
    "h: selector",
  ]);
});
