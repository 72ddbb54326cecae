import { describe, expect, test } from "vitest";
import { readSource } from "../../../src/files/index.js";
import { dashboard } from "../dashboards.js";

const query = { name: "node", type: "query", datasource: "Prometheus", query: "label_values(up, node)" };
const own = dashboard([{ expr: "up", interval: "30s" }], { repeat: "node" }, { templating: { list: [query] } });
const indented = own.replaceAll("\n", "\n    ");

describe("a dashboard", () => {
  test("has its text, panels, other queries, and by what it repeats", () => {
    const [found, ...others] = readSource("a.json", own).dashboards;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: "dashboard", text: own, hasAllVariables: true });
    expect(found?.panels).toMatchObject([{ title: { text: "CPU" }, queries: [{ minInterval: { text: "30s" } }] }]);
    expect(found?.queries).toMatchObject([{ expr: { text: "label_values(up, node)" }, part: { from: 13, to: 15 } }]);
    expect(found?.repeatedBy).toEqual(new Set(["node"]));
  });

  test("knows where its variables are defined, and how they are called in the file", () => {
    const source = readSource("a.yaml", `kind: ConfigMap\ndata:\n  a.json: |-\n    ${indented}\n`);
    const [found] = source.dashboards;
    const variable = found?.variables.get("node") ?? expect.fail();
    expect(JSON.parse(found?.text.slice(variable.definition.from, variable.definition.to) ?? "")).toEqual(query);
    const at = source.field(variable.field)?.span({ from: 0, to: 4 });
    expect(source.text.slice(at?.from, at?.to)).toBe("node");
  });

  test("is one of several in a list, each with a text of its own", () => {
    const { dashboards } = readSource("a.json", `[${own}, {"dashboard": ${own}}]`);
    expect(dashboards.map(({ text }) => text)).toEqual([own, own]);
  });

  test("without a query is none", () => {
    const text = JSON.stringify({ panels: [{ type: "text" }], templating: { list: [{ ...query, type: "custom" }] } });
    expect(readSource("a.json", text).dashboards).toEqual([]);
  });

  test.each<[string, string, string]>([
    ["a panel of the library", "a.json", JSON.stringify({ model: { type: "stat", targets: [{ expr: "up" }] } })],
    ["a part of one", "a.json", dashboard([{ expr: "up" }])],
    [
      "a template of Terraform",
      "a.json",
      dashboard([{ expr: "up" }], { title: "$${node}" }, { templating: { list: [] } }),
    ],
    [
      "a Helm template",
      "a.yaml",
      `{{- if .Values.a }}\nkind: ConfigMap\ndata:\n  a.json: |-\n    ${indented.replace("CPU", "{{ .Values.title }}")}\n{{- end }}\n`,
    ],
  ])("%s does not tell all variables", (_name, path, text) => {
    expect(readSource(path, text).dashboards.map(({ hasAllVariables }) => hasAllVariables)).toEqual([false]);
  });
});
