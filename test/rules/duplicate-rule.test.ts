import { expect, test } from "vitest";
import { duplicateRule } from "../../rules/duplicate-rule.js";
import { readQuery } from "../../src/lint/lint.js";
import type { AlertingRule, RuleGroup } from "../../src/lint/subject.js";
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

/** How often queries are asked for, among so many alerts of one name: in one file, or each in a file of its own. */
function readsOf(count: number, inOneFile: boolean): number {
  let reads = 0;
  const group = (rules: RuleGroup["rules"]): RuleGroup => ({
    name: { text: "g", field: "g" },
    labels: new Map(),
    rules,
  });
  const rules = Array.from({ length: count }, (_, k): AlertingRule => {
    const read = readQuery(`up == ${k}`, { rules: [] });
    return {
      kind: "alerting-rule",
      alert: { text: "Down", field: `alert${k}` },
      expr: { text: "", field: `expr${k}` },
      labels: new Map(),
      annotations: new Map(),
      group: group([]),
      get query() {
        reads++;
        return read;
      },
    };
  });
  const files = inOneFile
    ? [{ path: "a.yaml", groups: [group(rules)] }]
    : rules.map((rule, k) => ({ path: `${k}.yaml`, groups: [group([rule])] }));
  expect(Array.from(duplicateRule.check(files))).toEqual([]);
  return reads;
}

test("duplicate-rule compares a rule with few of its name, and reads no query of files that are versions of each other", () => {
  const [some, more] = [readsOf(100, true), readsOf(200, true)];
  expect(more).toBeLessThan(2.2 * some);
  expect(readsOf(100, false)).toBe(0);
});
