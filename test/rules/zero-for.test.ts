import { describe, expect, test } from "vitest";
import { zeroFor } from "../../rules/zero-for.js";
import { fixSource, lintSource, readSource } from "../../src/files/index.js";
import { checkGroups } from "./check-groups.js";

const alert = { alert: "A", expr: "up == 0" };

checkGroups(zeroFor, {
  silent: [
    { rules: [alert, { ...alert, for: "1s" }, { ...alert, for: "1ms" }] },
    { rules: [{ record: "a", expr: "up", for: "0s" }] },
    { rules: [{ ...alert, keep_firing_for: "5m" }] },
  ],
  finds: [
    [{ rules: [{ ...alert, for: "0s" }] }, "0s"],
    [{ rules: [{ ...alert, for: "0" }] }, "0"],
    [{ rules: [{ ...alert, for: "0h0m" }] }, "0h0m"],
    [{ rules: [{ ...alert, for: "0m", keep_firing_for: "0d" }] }, "0m", "0d"],
  ],
  says: [
    [
      { rules: [{ ...alert, keep_firing_for: "0s" }] },
      "info: `keep_firing_for: 0s` does nothing: it is what holds without it",
    ],
  ],
});

const head = "groups:\n  - name: g\n    rules:\n";
const manifest =
  "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: rules}\ndata:\n  rules.yaml: |\n    groups:\n      - name: g\n        rules:\n";

/** What comes of the text of a rule file. */
const fixes: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    "its line, in the middle",
    `${head}      - alert: A\n        expr: up == 0\n        for: 0s\n        labels: {a: b}\n`,
    `${head}      - alert: A\n        expr: up == 0\n        labels: {a: b}\n`,
  ],
  [
    "its line, at the end of a file without a line feed",
    `${head}      - alert: A\n        expr: up == 0\n        for: "0m"`,
    `${head}      - alert: A\n        expr: up == 0`,
  ],
  [
    "its line, with the breaks of Windows",
    `${head}      - alert: A\n        'for' : '0m'  \n        # why\n        expr: up == 0\n`.replaceAll("\n", "\r\n"),
    `${head}      - alert: A\n        # why\n        expr: up == 0\n`.replaceAll("\n", "\r\n"),
  ],
  [
    "two lines, one after the other",
    `${head}      - alert: A\n        for: 0s\n        keep_firing_for: 0s\n        expr: up == 0\n`,
    `${head}      - alert: A\n        expr: up == 0\n`,
  ],
  [
    "the key behind the dash",
    `${head}      - for: 0s\n        alert: A\n        expr: up == 0\n`,
    `${head}      - alert: A\n        expr: up == 0\n`,
  ],
  [
    "a value on a line of its own",
    `${head}      - alert: A\n        for:\n          0s\n        expr: up == 0\n`,
    `${head}      - alert: A\n        expr: up == 0\n`,
  ],
  [
    "a pair between braces",
    `${head}      - {alert: A, for: 0s, expr: up == 0}\n      - {alert: B, expr: up == 0, for: 0s }\n`,
    `${head}      - {alert: A, expr: up == 0}\n      - {alert: B, expr: up == 0 }\n`,
  ],
  [
    "a pair of JSON",
    '{"groups": [{"name": "g", "rules": [{\n  "alert": "A",\n  "for": "0s",\n  "expr": "up == 0"\n}]}]}',
    '{"groups": [{"name": "g", "rules": [{\n  "alert": "A",\n  "expr": "up == 0"\n}]}]}',
  ],
  [
    "the last pair of JSON",
    '{"groups": [{"name": "g", "rules": [{"alert": "A", "expr": "up == 0", "for": "0s"}]}]}',
    '{"groups": [{"name": "g", "rules": [{"alert": "A", "expr": "up == 0"}]}]}',
  ],
  [
    "its line in a file within a manifest",
    `${manifest}          - alert: A\n            for: 0s\n            expr: up == 0\n`,
    `${manifest}          - alert: A\n            expr: up == 0\n`,
  ],
];

/** Where more than the field stands in its place. */
const left: readonly (readonly [what: string, text: string])[] = [
  ["a comment behind it", `${head}      - alert: A\n        for: 0s # at once\n        expr: up == 0\n`],
  [
    "a comment before the value",
    `${head}      - alert: A\n        for: # at once\n          0s\n        expr: up == 0\n`,
  ],
  ["a comment above the next key", `${head}      - for: 0s\n        # why\n        alert: A\n        expr: up == 0\n`],
  ["a comment between braces", `${head}      - {alert: A, for: 0s, # why\n         expr: up == 0}\n`],
  ["an anchor", `${head}      - alert: A\n        for: &none 0s\n        expr: up == 0\n`],
  ["an alias", `x: &none 0s\n${head}      - alert: A\n        for: *none\n        expr: up == 0\n`],
  ["a tag", `${head}      - alert: A\n        for: !!str 0s\n        expr: up == 0\n`],
  ["a block", `${head}      - alert: A\n        for: |-\n          0s\n        expr: up == 0\n`],
  ["an explicit key", `${head}      - alert: A\n        ? for\n        : 0s\n        expr: up == 0\n`],
  [
    "nothing else in its mapping",
    `x: &none\n  for: 0s\n${head}      - <<: *none\n        alert: A\n        expr: up == 0\n`,
  ],
  ["the same key again", `${head}      - alert: A\n        for: 5m\n        for: 0s\n        expr: up == 0\n`],
];

describe("the fix of zero-for", () => {
  test.each(fixes)("takes away %s", (_, before, after) => {
    expect(fixSource(readSource("rules.yaml", before), { rules: [zeroFor] }).source.text).toBe(after);
  });

  test.each(left)("leaves %s alone", (_, text) => {
    const source = readSource("rules.yaml", text);
    const found = lintSource(source, { rules: [zeroFor] }).filter(({ code }) => code === "zero-for");
    expect(found.map(({ fixes: given }) => given)).toEqual([[]]);
    expect(fixSource(source, { rules: [zeroFor] }).source.text).toBe(text);
  });
});
