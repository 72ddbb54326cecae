import { expect, test } from "vitest";
import { duplicateRule } from "../../rules/duplicate-rule.js";
import { lintSource, readSource } from "../../src/files/index.js";
import { checkGroups, type Group } from "./check-groups.js";

const down = { alert: "Down", expr: "up == 0" };
const recorded = (expr: string, other: string, labels: Readonly<Record<string, string>> = {}): Group => ({
  rules: [
    { record: "x", expr, labels },
    { record: "x", expr: other, labels },
  ],
});
const others = [
  { alert: "B", expr: "b > 1" },
  { alert: "C", expr: "c > 1" },
] as const;

checkGroups(duplicateRule, {
  silent: [
    { rules: [down, { ...down, labels: { severity: "page" } }] },
    { rules: [down, { ...down, expr: "up < 1" }] },
    { rules: [down, { record: "Down", expr: "up == 0" }] },
    { rules: [down, { ...down, expr: "up ==" }] },
    // What they select may be different series.
    recorded("sum by (job) (a)", "sum by (job) (b)"),
    recorded('sum by (code) (rate(a{code=~"2.."}[5m]))', 'sum by (code) (rate(a{code=~"5.."}[5m]))'),
    recorded('sum by (job) (a{job="x"})', 'sum by (job) (a{job="y"})'),
    recorded('label_replace(sum(a), "le", "1", "", "")', 'label_replace(sum(a), "le", "2", "", "")'),
    recorded("sum by (job) (a)", "sum by (instance) (a)"),
    recorded("sum by (job) (a)", "a"),
    // One of them is filtered, perhaps since the other one has the rest.
    recorded("sum(a) > 5", "sum(a) <= 5"),
    recorded("sum(a)", "avg(a) unless sum(b)"),
    // Versions of a file, of which one is loaded.
    {
      "a.yaml": [{ rules: [down, ...others] }],
      "b.yaml": [{ rules: [down, ...others, recorded("a", "b").rules[0] ?? down] }],
    },
    { "a.yaml": [{ rules: [down] }], "b.yaml": [{ rules: [down] }] },
    // Other folders may belong to other servers.
    {
      "dev/a.yaml": [{ rules: [down, ...others] }],
      "prod/b.yaml": [{ rules: [down, recorded("a", "b").rules[0] ?? down] }],
    },
  ],
  finds: [
    [{ rules: [down, down] }, "Down <- Down"],
    [{ rules: [down, down, { ...down, for: "5m" }] }, "Down <- Down", "Down <- Down"],
    [{ "rules.yaml": [{ rules: [down] }, { rules: [{ ...down, expr: "(up   == 0) # down" }] }] }, "Down <- Down"],
    [
      { "rules.yaml": [{ labels: { a: "b" }, rules: [down] }, { rules: [{ ...down, labels: { a: "b" } }] }] },
      "Down <- Down",
    ],
    [recorded("sum(a)", "sum(a)"), "x <- x"],
    [recorded("sum(a)", "avg(b)"), "x <- x"],
    [recorded("sum by (job) (rate(a[5m]))", "sum by (job) (rate(a[1m]))"), "x <- x"],
    [recorded("rate(a[5m])", "irate(a[5m])"), "x <- x"],
    [recorded('a{b="c",d="e"} * 2', 'a{d="e",b="c"} * 3'), "x <- x"],
    [recorded("sum by (env) (a)", "avg by (job) (b)", { env: "dev", job: "x" }), "x <- x"],
    [
      {
        "rules/a.yaml": [{ rules: [down, ...others] }],
        "rules/b.yaml": [{ rules: [down, { alert: "D", expr: "d > 1" }] }],
      },
      "Down <- rules/a.yaml: Down",
    ],
    [{ "a.yaml": [{ rules: [down, down] }], "b.yaml": [{ rules: [down, down] }] }, "Down <- Down", "Down <- Down"],
  ],
  says: [
    [{ rules: [down, down] }, "warning: the alert `Down` is raised twice, by the same query and with the same labels"],
    [recorded("sum(a)", "(sum(a))"), "warning: `x` is recorded twice, by the same query and with the same labels"],
    [
      recorded("sum(a)", "sum(b)"),
      "error: `x` is recorded by an earlier rule of the group too, and for the same series only its values are kept",
    ],
    [
      { "rules.yaml": [{ rules: [{ record: "x", expr: "sum(a)" }] }, { rules: [{ record: "x", expr: "sum(b)" }] }] },
      "error: `x` is recorded by another rule too, and for the same series the values of both mix",
    ],
  ],
});

checkGroups(
  duplicateRule,
  {
    finds: [
      [
        {
          "dev/a.yaml": [{ rules: [down, ...others] }],
          "prod\\b.yaml": [{ rules: [down, { alert: "D", expr: "d" }] }],
        },
        "Down <- dev/a.yaml: Down",
      ],
    ],
  },
  { acrossFolders: true },
);

test("duplicate-rule compares a rule with few of its name", () => {
  const rules = Array.from({ length: 3000 }, (_, k) => ({ record: "x", expr: `sum by (job) (a${k})` }));
  const source = readSource("rules.yaml", JSON.stringify({ groups: [{ name: "g", rules }] }));
  const start = performance.now();
  expect(lintSource(source, { rules: [duplicateRule] })).toEqual([]);
  expect(performance.now() - start).toBeLessThan(4000);
});

test("duplicate-rule takes linear time", () => {
  const rules = Array.from({ length: 5000 }, (_, k) => ({
    kind: "alerting-rule" as const,
    alert: { text: "Down", field: `rules[${k}].alert` },
    expr: { text: "up", field: `rules[${k}].expr` },
    labels: new Map(),
    annotations: new Map(),
    group: { name: { text: "g", field: "name" }, labels: new Map(), rules: [] },
  }));
  const files = rules.map((rule, k) => ({ path: `${k}.yaml`, groups: [{ ...rule.group, rules: [rule] }] }));
  const start = performance.now();
  expect(Array.from(duplicateRule.check(files))).toEqual([]);
  expect(performance.now() - start).toBeLessThan(2000);
});
