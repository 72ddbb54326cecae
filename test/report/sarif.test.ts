import type { Log } from "sarif";
import { expect, test } from "vitest";
import { applyEdits } from "../../src/lint/fix.js";
import type { CodeDescription } from "../../src/report/formats.js";
import type { FileReport } from "../../src/report/report.js";
import { formatSarif, type SarifContext } from "../../src/report/sarif.js";
import { isSarif } from "./sarif-schema.js";
import { context, hostile, hostileReport, unsafe } from "./context.js";
import { diagnosticAt, fileReport, gaugeReport, spanOf } from "./sample.js";

test("the schema is in use", () => {
  expect(isSarif({ version: "2.1.0", runs: [{ tool: { driver: {} } }] })).toBe(false);
});

test("a run without results", () => {
  const run = { results: [], tool: { driver: { name: "promql-lint", version: "1.2.3", rules: [] } } };
  expect(read([])).toMatchObject({ version: "2.1.0", runs: [run] });
  expect(read([fileReport("clean.yaml", "", [])])).toMatchObject({ runs: [run] });
});

test("a result with its rule, place and fix", () => {
  const known: CodeDescription = {
    summary: "A counter function reads a gauge",
    page: "# rate-over-gauge\n\nWhy.\n",
    url: "https://example.org/rate-over-gauge.md",
    severity: "warning",
    category: "counters",
  };
  const log = read([gaugeReport()], { describe: (code) => (code === "rate-over-gauge" ? known : undefined) });
  const artifactLocation = { uri: "rules/node.yaml", uriBaseId: "%SRCROOT%" };
  expect(log).toMatchObject({
    runs: [
      {
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { uri: "file:///repo/" } },
        invocations: [{ executionSuccessful: true }],
        tool: {
          driver: {
            informationUri: expect.stringMatching(/^https:/) as string,
            rules: [
              {
                id: "rate-over-gauge",
                shortDescription: { text: known.summary },
                fullDescription: { text: known.summary },
                help: { text: known.page, markdown: known.page },
                helpUri: known.url,
                defaultConfiguration: { level: "warning" },
                properties: { tags: ["counters"] },
              },
            ],
          },
        },
        results: [
          {
            ruleId: "rate-over-gauge",
            ruleIndex: 0,
            level: "error",
            message: { text: "`rate()` reads every drop of the gauge `node_memory_MemFree_bytes` as a counter reset" },
            locations: [
              {
                physicalLocation: {
                  artifactLocation,
                  region: { startLine: 5, startColumn: 20, endLine: 5, endColumn: 45, charOffset: 80, charLength: 25 },
                },
                logicalLocations: [{ name: "MemoryFalls", fullyQualifiedName: "groups[0].rules[0].expr" }],
              },
            ],
            fixes: [
              {
                description: { text: "Use `deriv()`" },
                artifactChanges: [
                  {
                    artifactLocation,
                    replacements: [
                      {
                        deletedRegion: { startLine: 5, startColumn: 15, charOffset: 75, charLength: 4 },
                        insertedContent: { text: "deriv" },
                      },
                    ],
                  },
                ],
                properties: { safety: "review" },
              },
            ],
            partialFingerprints: { "promqlLint/v1": expect.stringContaining("MemoryFalls") as string },
          },
        ],
      },
    ],
  });
});

test.each([
  ["error", "error"],
  ["warning", "warning"],
  ["info", "note"],
] as const)("%s is the level %s", (severity, level) => {
  const log = read([fileReport("a", "up", [diagnosticAt("up", "up", { severity })])]);
  expect(log).toMatchObject({
    runs: [{ results: [{ level }], tool: { driver: { rules: [{ defaultConfiguration: { level } }] } } }],
  });
});

test("each rule stands there once, and results point at theirs", () => {
  const at = (code: string) => diagnosticAt("up", "up", { code });
  const log = read([fileReport("a", "up", [at("b-rule"), at("a-rule")]), fileReport("b", "up", [at("b-rule")])]);
  expect(log).toMatchObject({
    runs: [
      {
        tool: { driver: { rules: [{ id: "a-rule" }, { id: "b-rule" }] } },
        results: [{ ruleIndex: 1 }, { ruleIndex: 0 }, { ruleIndex: 1 }],
      },
    ],
  });
});

test("causes are related locations, in other files too", () => {
  const text = "sum by (job) (up)";
  const [found] = fileReport("a.yaml", text, [
    diagnosticAt(text, "up", { help: "Do it", because: [{ at: spanOf(text, "job"), message: "keeps `job`" }] }),
  ]).diagnostics;
  const [cause] = found?.because ?? [];
  if (!found || !cause) throw new Error("no cause");
  const report = { path: "a.yaml", text, diagnostics: [{ ...found, because: [cause, { ...cause, path: "b.yaml" }] }] };
  const log = read([report]);
  expect(log).toMatchObject({
    runs: [
      {
        results: [
          {
            message: { text: "something goes wrong\nhelp: do it" },
            relatedLocations: [
              {
                message: { text: "keeps `job`" },
                physicalLocation: { artifactLocation: { uri: "a.yaml" }, region: { startColumn: 9, charOffset: 8 } },
              },
              {
                message: { text: "keeps `job`" },
                physicalLocation: { artifactLocation: { uri: "b.yaml" }, region: { startLine: 1, startColumn: 9 } },
              },
            ],
          },
        ],
      },
    ],
  });
});

test.each([
  ["rules/a b.yaml", { uri: "rules/a%20b.yaml", uriBaseId: "%SRCROOT%" }],
  ["100%/ü#?.yaml", { uri: "100%25/%C3%BC%23%3F.yaml", uriBaseId: "%SRCROOT%" }],
])("the address of %j", (path, expected) => {
  const log = read([fileReport(path, "up", [diagnosticAt("up", "up")])]);
  const [location] = (log.runs[0]?.results?.[0]?.locations ?? []) as {
    physicalLocation?: { artifactLocation?: object };
  }[];
  expect(location?.physicalLocation?.artifactLocation).toEqual(expected);
});

test("a file elsewhere has its whole address", () => {
  const log = read([fileReport("x", "up", [diagnosticAt("up", "up")])], { uriOf: () => "file:///else/x.yaml" });
  expect(JSON.stringify(log)).toContain('"artifactLocation":{"uri":"file:///else/x.yaml"}');
});

test("what was left out is told", () => {
  const skipped = { ...fileReport("a.yaml", "", []), skipped: "it is a template" };
  expect(read([skipped], { complete: false })).toMatchObject({
    runs: [
      {
        invocations: [
          { executionSuccessful: false, toolExecutionNotifications: [{ message: { text: "it is a template" } }] },
        ],
      },
    ],
  });
});

test("what is suppressed is a result that says so", () => {
  const text = "up + up";
  const [kept, noted, accepted] = fileReport("a", text, [
    diagnosticAt(text, "up"),
    diagnosticAt(text, "up"),
    diagnosticAt(text, "+", { code: "z-rule" }),
  ]).diagnostics;
  if (!kept || !noted || !accepted) throw new Error("no diagnostics");
  const report: FileReport = {
    ...{ path: "a", text, diagnostics: [kept] },
    suppressed: [{ diagnostic: noted, comment: noted.at, reason: "it is known" }, { diagnostic: accepted }],
  };
  const [run] = read([report]).runs;
  expect(run).toMatchObject({
    tool: { driver: { rules: [{ id: "some-rule" }, { id: "z-rule" }] } },
    results: [
      { ruleIndex: 0 },
      { ruleIndex: 0, suppressions: [{ kind: "inSource", justification: "it is known" }] },
      { ruleIndex: 1, suppressions: [{ kind: "external" }] },
    ],
  });
  expect(run?.results?.[0]).not.toHaveProperty("suppressions");
  expect(new Set(run?.results?.map((result) => result.partialFingerprints?.["promqlLint/v1"])).size).toBe(3);
});

test("a byte order mark is not counted", () => {
  const text = "\ufeffup{a=~'b'}";
  const diagnostic = diagnosticAt(text, "=~", {
    fixes: [{ title: "Use `=`", safety: "safe", edits: [{ ...spanOf(text, "=~"), insert: "=" }] }],
  });
  const [result] = read([fileReport("a.promql", text, [diagnostic])]).runs[0]?.results ?? [];
  const [replacement] = result?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
  const { charOffset = -1, charLength = -1, startColumn } = replacement?.deletedRegion ?? {};
  expect(startColumn).toBe(5);
  expect(applyEdits(text.slice(1), [{ from: charOffset, to: charOffset + charLength, insert: "=" }])).toBe("up{a='b'}");
});

test.each(hostile)("%j is read back as it was", (text) => {
  const output = formatSarif([hostileReport(text)], context);
  expect(output).not.toMatch(unsafe);
  const result = read([hostileReport(text)]).runs[0]?.results?.[0];
  expect(result?.ruleId).toBe(text);
  expect(result?.message.text?.startsWith(text)).toBe(true);
});

function read(reports: readonly FileReport[], changed: Partial<SarifContext> = {}): Log {
  const log: unknown = JSON.parse(formatSarif(reports, { ...context, ...changed }));
  isSarif(log);
  expect(isSarif.errors).toBeNull();
  return log as Log;
}
