import { describe, expect, test } from "vitest";
import type { JobConfiguration } from "../../src/status/configuration.js";
import { explainDropped, vanishedGroups } from "../../src/status/dropped.js";
import { readRelabelRules } from "../../src/relabel/read-rules.js";
import { dropped } from "./server-facts.js";

const configured = (rules: readonly object[]): JobConfiguration => ({ interval: 15, rules: readRelabelRules(rules) });
const port = "__meta_kubernetes_endpoint_port_name";
const container = "__meta_kubernetes_pod_container_port_name";

function explain(job: string, rules: readonly object[], targets: ReturnType<typeof dropped>) {
  return explainDropped(job, targets, configured(rules), 3).flatMap(({ count, message, meaning }) => [
    `${count}: ${message}`,
    ...(meaning === undefined ? [] : [meaning]),
  ]);
}

/** The name of the row, the rules, and the targets by their labels, so many of each. */
const rows: readonly (readonly [
  string,
  readonly object[],
  readonly (readonly [number, Record<string, string>])[],
  readonly string[],
])[] = [
  ["nothing dropped", [{ action: "keep", source_labels: ["a"] }], [], []],
  [
    "the port of a ServiceMonitor",
    [{ target_label: "x" }, { target_label: "y" }, { action: "keep", source_labels: [port], regex: "metrics" }],
    [
      [3, { [port]: "https" }],
      [5, { [port]: "http" }],
    ],
    [
      `8: relabel rule 3 keeps only \`${port}\` = \`metrics\`; these have \`http\` (5), \`https\` (3)`,
      "the job wants a port that is called `metrics`",
    ],
  ],
  [
    "a pod that declares no port",
    [{ action: "keep", source_labels: [container], regex: "metrics" }],
    [[2, {}]],
    [
      `2: relabel rule 1 keeps only \`${container}\` = \`metrics\`; these have no declared port`,
      "the job wants a container port that is called `metrics`",
    ],
  ],
  [
    "the groups stand in the order of the rules",
    [
      { action: "drop", source_labels: ["a"], regex: "x.*" },
      { action: "keep", source_labels: ["b"], regex: "y|z" },
    ],
    [
      [1, {}],
      [1, { a: "x1" }],
      [1, { a: "x2" }],
    ],
    [
      "2: relabel rule 1 drops `a` matching `x.*`; these have `x1` (1), `x2` (1)",
      "1: relabel rule 2 keeps only `b` = `y` or `z`; this one has none",
    ],
  ],
  [
    "a value that other rules made",
    [
      { source_labels: ["a"], target_label: "b", replacement: "is-$1" },
      { action: "keep", source_labels: ["b"], regex: "y" },
    ],
    [[1, { a: "x" }]],
    ["1: relabel rule 2 keeps only `b` = `y`; this one has `is-x`"],
  ],
  [
    "many values",
    [{ action: "keep", source_labels: ["a"], regex: "y" }],
    ["1", "2", "3", "4", "5"].map((a) => [1, { a }] as const),
    ["5: relabel rule 1 keeps only `a` = `y`; these have `1` (1), `2` (1), `3` (1) and 2 more"],
  ],
  [
    "one text is dropped",
    [{ action: "drop", source_labels: ["a"], regex: "x" }],
    [[2, { a: "x" }]],
    ["2: relabel rule 1 drops `a` = `x`"],
  ],
  [
    "several labels",
    [{ action: "keep", source_labels: ["a", "b"], regex: "x;.*y" }],
    [[1, { a: "x", b: "z" }]],
    ["1: relabel rule 1 keeps only `a` = `x` with `b` matching `.*y`; this one has `x;z`"],
  ],
  [
    "several labels that no separator tells apart",
    [{ action: "keep", source_labels: ["a", "b"], regex: "x|y;z" }],
    [[1, {}]],
    ["1: relabel rule 1 keeps only `a;b` = `x` or `y;z`; this one has none"],
  ],
  [
    "equal labels",
    [{ action: "dropequal", source_labels: ["a"], target_label: "b" }],
    [[1, { a: "x", b: "x" }]],
    ["1: relabel rule 1 drops what has the same value in `a` and `b`"],
  ],
  [
    "unequal labels",
    [{ action: "keepequal", source_labels: ["a"], target_label: "b" }],
    [[1, { a: "x" }]],
    ["1: relabel rule 1 keeps only what has the same value in `a` and `b`; this one has `x`"],
  ],
  [
    "shards",
    [
      { action: "hashmod", source_labels: ["__address__"], modulus: 1, target_label: "__tmp_hash" },
      { action: "keep", source_labels: ["__tmp_hash"], regex: "1" },
    ],
    [[2, {}]],
    [
      "2: relabel rule 2 keeps only `__tmp_hash` = `1`; these have `0`",
      "the targets are shared out among several servers, and these belong to others",
    ],
  ],
  [
    "rules that keep what was dropped",
    [],
    [[2, {}]],
    ["2: the relabel rules of the configuration keep them: it was changed a moment ago, or discovery was"],
  ],
  [
    "a rule that cannot be run",
    [{}, { action: "explode" }],
    [[1, {}]],
    ["1: its relabel rule 2 cannot be run: `explode` is no action"],
  ],
];

test.each(rows)("%s", (_, rules, targets, expected) => {
  expect(
    explain(
      "job",
      rules,
      targets.flatMap(([count, labels]) => dropped("job", count, labels)),
    ),
  ).toEqual(expected);
});

test("what the rule and the values are is told apart from the words", () => {
  const rules = [{ action: "keep", source_labels: [port], regex: "metrics" }];
  const [group] = explainDropped("job", dropped("job", 2, { [port]: "http" }), configured(rules), 3);
  expect(group?.rule).toEqual({
    ...{ number: 1, action: "keep", sourceLabels: [port], regex: "metrics" },
    values: [{ name: "http", count: 2 }],
  });
});

test("a job that the configuration does not hold", () => {
  const [group] = explainDropped("job", dropped("job", 2, {}), undefined, 3);
  expect(group).toMatchObject({ cause: "unread", count: 2, message: "the server does not show its relabel rules" });
});

describe("targets that a server shows nowhere", () => {
  const targets = ["a:1", "b:1", "c:1"].map((__address__) => new Map([["__address__", __address__]]));

  test.each([
    ["none", [], []],
    ["one address for all", [{ target_label: "__address__", replacement: "x:1" }], ["2 duplicate"]],
    ["no address", [{ action: "labeldrop", regex: "__address__" }], ["3 no-address"]],
    [
      "dropped ones, which it shows",
      [
        { action: "drop", source_labels: ["__address__"], regex: "a:1" },
        { target_label: "__address__", replacement: "x:1" },
      ],
      ["1 duplicate"],
    ],
  ])("%s", (_, rules, expected) => {
    const groups = vanishedGroups({ ...configured(rules), staticTargets: targets }, 3);
    expect(groups.map(({ count, cause }) => `${count} ${cause}`)).toEqual(expected);
  });
});
