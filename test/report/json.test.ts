import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { formatJson } from "../../src/report/json.js";
import { withUnapplied, type FileReport } from "../../src/report/report.js";
import { diagnosticAt, fileReport, gaugeReport, spanOf } from "./sample.js";

const schema: unknown = JSON.parse(readFileSync("docs/schemas/report.schema.json", "utf8"));
const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(schema as object);

test("fixes that are left", () => {
  const report = gaugeReport();
  const [{ at } = { at: { from: 0, to: 0 } }] = report.diagnostics;
  const hindrances = ["overlap", "review", "suggestion", "syntax", "no-change", "rounds"] as const;
  const unapplied = hindrances.map((hindrance) => ({ code: "rate-over-gauge", at, title: "Use `deriv()`", hindrance }));
  const json: unknown = JSON.parse(formatJson([withUnapplied(report, unapplied)]));
  expect(isValid(json), JSON.stringify(isValid.errors)).toBe(true);
  expect(json).toMatchObject({ files: [{ unapplied }] });
  expect(withUnapplied(report, [])).toBe(report);
});

test("a finding with a fix", () => {
  expect(formatJson([gaugeReport()])).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "files": [
        {
          "path": "rules/node.yaml",
          "diagnostics": [
            {
              "code": "rate-over-gauge",
              "severity": "error",
              "message": "\`rate()\` reads every drop of the gauge \`node_memory_MemFree_bytes\` as a counter reset",
              "field": "groups[0].rules[0].expr",
              "rule": "MemoryFalls",
              "at": {
                "from": 80,
                "to": 105,
                "line": 5,
                "column": 20,
                "endLine": 5,
                "endColumn": 45
              },
              "fixes": [
                {
                  "title": "Use \`deriv()\`",
                  "safety": "review",
                  "edits": [
                    {
                      "from": 75,
                      "to": 79,
                      "line": 5,
                      "column": 15,
                      "endLine": 5,
                      "endColumn": 19,
                      "insert": "deriv"
                    }
                  ]
                }
              ]
            }
          ]
        }
      ],
      "summary": {
        "errors": 1,
        "warnings": 0,
        "infos": 0,
        "fixable": 0,
        "fixableWithReview": 1,
        "files": 1,
        "filesChecked": 1,
        "suppressed": 0
      }
    }
    "
  `);
});

test("every field is in the schema", () => {
  const text = "sum by (job) (up) / on (instance) up";
  const full = fileReport(
    "a.yaml",
    text,
    [
      diagnosticAt(text, "on (instance)", {
        help: "Do it",
        prometheus: "it is wrong",
        because: [{ at: spanOf(text, "by (job)"), message: "keeps only `job`" }],
        fixes: [{ title: "Remove it", safety: "suggestion", edits: [{ ...spanOf(text, "by (job)"), insert: "" }] }],
      }),
    ],
    { panel: "CPU" },
  );
  const reports: FileReport[] = [gaugeReport(), full, { ...full, diagnostics: [], skipped: "not YAML" }];
  const elsewhere = full.diagnostics.map(({ because = [], ...rest }) => ({
    ...rest,
    because: because.map((cause) => ({ ...cause, path: "b.yaml" })),
  }));
  const last = { ...full, diagnostics: elsewhere, output: text };
  isValid(JSON.parse(formatJson([...reports, last], { statistics: true })));
  expect(isValid.errors).toBeNull();
});

test("the schema describes every property", () => {
  const undescribed: string[] = [];
  JSON.stringify(schema, (key, value: unknown) => {
    if (key === "properties" && typeof value === "object" && value !== null) {
      for (const [name, property] of Object.entries(value)) if (!("description" in property)) undescribed.push(name);
    }
    return value;
  });
  expect(undescribed).toEqual([]);
});

test("control characters are escaped, and read back as they were", () => {
  const message = "\u001b[31m \u009b \u202e \u2028 \ud800 é";
  const json = formatJson([fileReport("a", "up", [diagnosticAt("up", "up", { message })])]);
  expect(json).toContain(String.raw`"\u001b[31m \u009b \u202e \u2028 \ud800 é"`);
  expect(JSON.parse(json)).toMatchObject({ files: [{ diagnostics: [{ message }] }] });
});
