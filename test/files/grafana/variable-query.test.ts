import { describe, expect, test } from "vitest";
import { variableQuery } from "../../../src/files/grafana/variable-query.js";

/** The part that is PromQL, "" where there is none; what is wanted where it is not understood. */
function read(text: string): string | undefined {
  const found = variableQuery(text);
  if (!found) return undefined;
  if (found.wanted !== undefined) return `wanted: ${found.wanted}`;
  return found.part ? text.slice(found.part.from, found.part.to) : "";
}

describe("a query of a variable", () => {
  test.each([
    ["label_values(job)", ""],
    ["label_values(up, job)", "up"],
    ["label_values(up,job)", "up"],
    ["  label_values( up , job )  ", "up"],
    ['label_values(up{a="b", c=~"d,e"}, job)', 'up{a="b", c=~"d,e"}'],
    ['label_values({__name__=~"a|b"}, job)', '{__name__=~"a|b"}'],
    ['label_values(up{a="$b", c="${d:regex}"}, $label)', 'up{a="$b", c="${d:regex}"}'],
    ["label_values($metric, ${label})", "$metric"],
    ["label_values([[metric]], [[label]])", "[[metric]]"],
    ['label_values(up, "http.route")', "up"],
    ["label_values(\n  up,\n  job\n)", "up"],
    ["query_result(topk(5, sum by (job) (rate(up[5m]))))", "topk(5, sum by (job) (rate(up[5m])))"],
    ["query_result(\n  up\n)\n", "up"],
    ["metrics(node_.*)", ""],
    ["label_names()", ""],
    ["label_names(up)", "up"],
    ["up", undefined],
    ['{job="a"}', undefined],
    ["label_values", undefined],
    ["sum(label_values)", undefined],
    ["", undefined],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["label_values()", "`label_values(label)` or `label_values(selector, label)`"],
    ["label_values(up, job", "`label_values(label)` or `label_values(selector, label)`"],
    ["label_values(up, )", "`label_values(label)` or `label_values(selector, label)`"],
    ["label_values(, job)", "`label_values(label)` or `label_values(selector, label)`"],
    ['label_values(up{a="b,c"})', "`label_values(label)` or `label_values(selector, label)`"],
    ["query_result()", "`query_result(query)`"],
    ["metrics(node", "`metrics(pattern)`"],
    ["label_names(", "`label_names()` or `label_names(selector)`"],
  ])("%s is not understood", (text, expected) => {
    expect(read(text)).toBe(`wanted: ${expected}`);
  });
});
