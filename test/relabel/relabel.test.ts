import { describe, expect, test } from "vitest";
import { relabel } from "../../src/relabel/relabel.js";
import { defaultRelabelRule, type RelabelRule } from "../../src/relabel/rule.js";

const discovered = { __address__: "10.0.0.1:9113", __meta_kubernetes_endpoint_port_name: "http", job: "nginx" };

const rule = (fields: Partial<RelabelRule>): RelabelRule => ({ ...defaultRelabelRule, ...fields });

function run(labels: Readonly<Record<string, string>>, rules: readonly Partial<RelabelRule>[]) {
  const { labels: left, droppedBy } = relabel(new Map(Object.entries(labels)), rules.map(rule));
  return droppedBy ?? Object.fromEntries(left);
}

/** The name of the row, the rules, and the labels that are left, or the index of the rule that drops them. */
const rows: readonly [string, readonly Partial<RelabelRule>[], Readonly<Record<string, string>> | number][] = [
  ["no rule", [], discovered],
  ["replace copies a value", [{ sourceLabels: ["job"], targetLabel: "app" }], { ...discovered, app: "nginx" }],
  [
    "replace joins values",
    [{ sourceLabels: ["job", "__meta_kubernetes_endpoint_port_name"], separator: "/", targetLabel: "job" }],
    { ...discovered, job: "nginx/http" },
  ],
  [
    "replace fills in groups, and a longer name than one of them is empty",
    [
      {
        sourceLabels: ["__address__"],
        regex: "([^:]+):(?P<port>\\d+)",
        targetLabel: "x",
        replacement: "${1}_$port$1x$$",
      },
    ],
    { ...discovered, x: "10.0.0.1_9113$" },
  ],
  ["replace needs the whole value", [{ sourceLabels: ["job"], regex: "ngin", targetLabel: "x" }], discovered],
  [
    "replace with nothing takes the label away",
    [{ targetLabel: "job", replacement: "" }],
    { __address__: discovered.__address__, __meta_kubernetes_endpoint_port_name: "http" },
  ],
  [
    "replace sets a constant",
    [{ targetLabel: "endpoint", replacement: "metrics" }],
    { ...discovered, endpoint: "metrics" },
  ],
  [
    "replace names the label by a group",
    [{ sourceLabels: ["job"], regex: "(ng)inx", targetLabel: "${1}_name", replacement: "yes" }],
    { ...discovered, ng_name: "yes" },
  ],
  ["replace without a name does nothing", [{ sourceLabels: ["job"], targetLabel: "$2" }], discovered],
  ["keep what matches", [{ action: "keep", sourceLabels: ["job"], regex: "nginx|apache" }], discovered],
  ["keep is anchored", [{ action: "keep", sourceLabels: ["job"], regex: "ngin" }], 0],
  ["keep of a missing label", [{ action: "keep", sourceLabels: ["team"], regex: ".+" }], 0],
  ["drop what matches", [{}, { action: "drop", sourceLabels: ["job"], regex: "n.*" }], 1],
  ["drop leaves the others", [{ action: "drop", sourceLabels: ["job"], regex: "x" }], discovered],
  ["keepequal", [{ action: "keepequal", sourceLabels: ["job"], targetLabel: "__address__" }], 0],
  ["keepequal of two missing labels", [{ action: "keepequal", sourceLabels: ["a"], targetLabel: "b" }], discovered],
  ["dropequal", [{ action: "dropequal", sourceLabels: ["job"], targetLabel: "job" }], 0],
  ["dropequal of others", [{ action: "dropequal", sourceLabels: ["job"], targetLabel: "a" }], discovered],
  [
    "hashmod",
    [{ action: "hashmod", sourceLabels: ["__address__"], modulus: 8, targetLabel: "__tmp_hash" }],
    { ...discovered, __tmp_hash: "2" },
  ],
  [
    "labelmap",
    [{ action: "labelmap", regex: "__meta_kubernetes_(.+)" }],
    { ...discovered, endpoint_port_name: "http" },
  ],
  ["labeldrop", [{ action: "labeldrop", regex: "__meta_.*|job" }], { __address__: discovered.__address__ }],
  ["labelkeep", [{ action: "labelkeep", regex: "job" }], { job: "nginx" }],
  [
    "lowercase",
    [
      { targetLabel: "x", replacement: "ÀİΣ" },
      { action: "lowercase", sourceLabels: ["x"], targetLabel: "x" },
    ],
    { ...discovered, x: "àiσ" },
  ],
  [
    "uppercase",
    [
      { targetLabel: "x", replacement: "aßé" },
      { action: "uppercase", sourceLabels: ["x"], targetLabel: "x" },
    ],
    { ...discovered, x: "AßÉ" },
  ],
  [
    "a rule sees what the ones before it did",
    [
      { targetLabel: "job", replacement: "x" },
      { action: "drop", sourceLabels: ["job"], regex: "x" },
    ],
    1,
  ],
];

test.each(rows)("%s", (_, rules, expected) => {
  expect(run(discovered, rules)).toEqual(expected);
});

test("a label may be called as what every object has", () => {
  const labels = JSON.parse('{"__proto__": "a", "constructor": "b"}') as Readonly<Record<string, string>>;
  expect(run(labels, [{ action: "labelmap", regex: "__(proto)__" }])).toEqual({
    ...Object.fromEntries([["__proto__", "a"]]),
    constructor: "b",
    proto: "a",
  });
});

test("an empty label is none", () => {
  expect(run({ a: "", b: "1" }, [{ action: "labelmap", regex: "(a)", replacement: "c_$1" }])).toEqual({ b: "1" });
});

describe.each([
  [3, { job: "a\nb", "a\nb.x": "1", y: "1" }],
  [2, { job: "a\nb" }],
] as const)("Prometheus %i", (major, expected) => {
  test("has its own idea of names and line breaks", () => {
    const rules = [
      rule({ sourceLabels: ["job"], regex: "([^.]*)", targetLabel: "$1.x", replacement: "1" }),
      rule({ sourceLabels: ["job"], regex: "a.b", targetLabel: "y", replacement: "1" }),
    ];
    expect(Object.fromEntries(relabel(new Map([["job", "a\nb"]]), rules, major).labels)).toEqual(expected);
  });
});
