import { describe, expect, test } from "vitest";
import { dashboard } from "../files/dashboards.js";
import { fixSource, lintSource, readSource } from "../../src/files/index.js";
import { nodesOf } from "../../src/syntax/walk.js";
import { lintPanels } from "../../src/lint/lint-dashboards.js";
import { defineRule, type Finding } from "../../src/lint/rule.js";
import type { FieldPlace } from "../../src/lint/subject.js";

/** Finds `label="$variable"` where several values can be chosen, unless the panel repeats by the variable. */
const multiInEquality = defineRule({
  id: "multi-in-equality",
  summary: "Several values are compared as one",
  category: "dashboards",
  severity: "error",
  subject: "panel",
  *check({ queries, variables, repeatedBy }): Iterable<Finding<FieldPlace>> {
    for (const { expr, query } of queries) {
      for (const { op, value } of query ? nodesOf(query.root, "LabelMatcher") : []) {
        const variable = variables.get(value.replace("$", ""));
        if (op.text !== "=" || !variable?.multi || repeatedBy.includes(variable.name)) continue;
        const at = { field: expr.field, span: op.span };
        const fixes = [{ title: "Use `=~`", safety: "safe" as const, edits: [{ ...at, insert: "=~" }] }];
        yield { at, message: `\`$${variable.name}\` may be several values`, fixes };
      }
    }
  },
});

const untitled = defineRule({
  id: "untitled",
  summary: "A panel has no title",
  category: "dashboards",
  severity: "warning",
  subject: "panel",
  *check({ title }) {
    if (title.text === "") yield { at: { field: title.field, span: { from: 0, to: 0 } }, message: "no title" };
  },
});

const templating = { list: [{ name: "node", type: "query", query: "label_values(up, node)", multi: true }] };
const options = { rules: [multiInEquality, untitled] };

function told(text: string): string[] {
  const found = lintSource(readSource("a.json", text), options);
  return found.map(({ code, panel, at }) => `${code} in ${panel}: ${text.slice(at.from, at.to)}`);
}

describe("a rule on panels", () => {
  const expr = 'up{a="x", node="$node"}';

  test("knows the variables, and is placed in the file", () => {
    const text = dashboard([{ expr }], {}, { templating });
    const [found] = lintSource(readSource("a.json", text), options);
    expect(told(text)).toEqual(["multi-in-equality in CPU: ="]);
    expect(found).toMatchObject({ field: "panels[0].targets[0].expr", at: { from: text.indexOf('=\\"$node') } });
  });

  test("knows by what a panel repeats", () => {
    expect(told(dashboard([{ expr }], { repeat: "node" }, { templating }))).toEqual([]);
  });

  test("is given no tree of a query that Prometheus rejects", () => {
    const text = dashboard([{ expr: `${expr} +` }], {}, { templating });
    expect(told(text).filter((line) => line.startsWith("multi"))).toEqual([]);
  });

  test("may be about a panel without a title", () => {
    expect(told(dashboard([{ expr: "up" }], { title: "" }))).toEqual(["untitled in undefined: "]);
    const text = dashboard([{ expr: "up" }], { title: undefined });
    expect(told(text)).toEqual(["untitled in undefined: {"]);
  });

  test("is fixed in the file", () => {
    const text = dashboard([{ expr }], {}, { templating });
    const { source, applied } = fixSource(readSource("a.json", text), options);
    expect([source.text, applied]).toEqual([text.replace('=\\"$node', '=~\\"$node'), ["Use `=~`"]]);
  });

  test("is led through a ConfigMap", () => {
    const json = JSON.stringify(dashboard([{ expr }], {}, { templating }));
    const text = `kind: ConfigMap\ndata:\n  a.json: ${json}\n`;
    expect(told(text)).toEqual(["multi-in-equality in CPU: ="]);
  });

  test("is not run where a file has no panels", () => {
    expect(told("groups: []\n")).toEqual([]);
    expect(lintPanels([], options.rules)).toEqual([]);
  });
});
