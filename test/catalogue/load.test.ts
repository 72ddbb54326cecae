import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { loadCatalogue, loadCatalogues } from "../../src/catalogue/load.js";
import { problemsText } from "../../src/catalogue/report.js";

const good = `version: 1
exporter: { name: demo, jobs: [demo], docs: https://example.org }
entries:
  - id: demo-up
    question: Is it up?
    query: up
    kind: instant
    unit: boolean
    type: vector
    labels: [job]
    explanation: It is 1 when the last scrape worked.
    requires: { metrics: [up] }
    source: https://example.org/up
    tags: [demo]
    level: beginner
`;

async function problemsOf(text: string): Promise<string> {
  const { entries, problems } = await loadCatalogue("demo.yaml", text);
  expect(entries).toEqual([]);
  return problemsText(problems, picocolors.createColors(false));
}

test("a good file gives its entries with exporter and place", async () => {
  const { entries, problems } = await loadCatalogue("demo.yaml", good);
  expect(problems).toEqual([]);
  expect(entries).toMatchObject([
    { id: "demo-up", exporter: { name: "demo" }, at: { path: "demo.yaml", line: 4, column: 9 } },
  ]);
});

describe("a bad file is refused with place and advice", () => {
  test.each<[string, (text: string) => string, string]>([
    [
      "a key that does not exist",
      (text) => text.replace("query:", "qeury:"),
      `demo.yaml:4:5: error: an item of \`entries\` lacks the key \`query\`
help: it holds this: The PromQL expression.
demo.yaml:6:5: error: an item of \`entries\` has no key \`qeury\`
help: did you mean \`query\`?
`,
    ],
    [
      "a key that resembles none",
      (text) => text.replace("jobs: [demo]", "jobs: [demo], colour: red"),
      `demo.yaml:2:39: error: \`exporter\` has no key \`colour\`
help: known are \`name\`, \`jobs\`, \`port\`, \`version\`, \`docs\` or \`scrape\`
`,
    ],
    [
      "a value outside its list",
      (text) => text.replace("kind: instant", "kind: alarm"),
      `demo.yaml:7:11: error: \`kind\` is none of the values it can have
help: write \`instant\`, \`range\` or \`alert\`
`,
    ],
    [
      "a wrong type",
      (text) => text.replace("metrics: [up]", "metrics: up"),
      `demo.yaml:12:26: error: \`metrics\` is not a list
help: it holds this: The names of the series that the query reads, with _bucket, _sum and _count.
`,
    ],
    [
      "a metric that is a selector",
      (text) => text.replace("metrics: [up]", "metrics: ['up{}']"),
      `demo.yaml:12:27: error: an item of \`metrics\` is not written as it must be
help: it holds this: The names of the series that the query reads, with _bucket, _sum and _count.
`,
    ],
    [
      "no metrics",
      (text) => text.replace("metrics: [up]", "metrics: []"),
      `demo.yaml:12:26: error: \`metrics\` is empty
help: it holds this: The names of the series that the query reads, with _bucket, _sum and _count.
`,
    ],
    [
      "a wrong way that names no rule",
      (text) => `${text}    wrong: [{ query: up offset 1d, why: It is old. }]\n`,
      `demo.yaml:16:13: error: an item of \`wrong\` lacks the key \`rule\`
help: it holds this: The rule or problem of promql-lint that finds it; none where no rule can see it.
`,
    ],
    [
      "a feature flag that does not exist",
      (text) => text.replace("metrics: [up]", "metrics: [up], features: [promql-duration-exprs]"),
      `demo.yaml:12:43: error: an item of \`features\` is none of the values it can have
help: write \`promql-experimental-functions\`, \`promql-duration-expr\`, \`promql-extended-range-selectors\` or \`promql-binop-fill-modifiers\`
`,
    ],
    [
      "a later format",
      (text) => text.replace("version: 1", "version: 2"),
      `demo.yaml:1:10: error: \`version\` is a version that is not known
help: write \`1\`
`,
    ],
    [
      "an id that is there twice",
      (text) => text + text.slice(text.indexOf("  - id")),
      `demo.yaml:16:9: error: the id \`demo-up\` is taken by the entry at demo.yaml:4
help: give the entry an id of its own
`,
    ],
    [
      "broken YAML",
      (text) => text.replace("labels: [job]", "labels: [job"),
      `demo.yaml:11:5: error: Flow sequence in block collection must be sufficiently indented and end with a ]
help: correct the YAML
`,
    ],
    [
      "an alias that leads nowhere",
      (text) => text.replace("query: up", "query: *nowhere"),
      `demo.yaml:1:1: error: Unresolved alias (the anchor must be set before the alias): nowhere
help: write the values out instead of using aliases
`,
    ],
    [
      "a list",
      () => "- a\n",
      "demo.yaml:1:1: error: the file is not a mapping\nhelp: it holds this: Queries for the metrics of one exporter, for promql-lint catalogue.\n",
    ],
    [
      "nothing",
      () => "",
      "demo.yaml:1:1: error: the file is not a mapping\nhelp: it holds this: Queries for the metrics of one exporter, for promql-lint catalogue.\n",
    ],
  ])("%s", async (_, change, rendered) => {
    expect(await problemsOf(change(good))).toBe(rendered);
  });
});

test("an id may occur once among all files", async () => {
  const { entries, problems } = await loadCatalogues([
    { path: "a.yaml", text: good },
    { path: "b.yaml", text: good },
  ]);
  expect(entries).toHaveLength(2);
  expect(problems).toMatchObject([
    { at: { path: "b.yaml", line: 4 }, message: expect.stringContaining("a.yaml:4") as string },
  ]);
});
