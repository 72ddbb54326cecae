import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { queryReport, type FileReport } from "../../src/report/report.js";
import { formatTerminal } from "../../src/report/terminal.js";
import { loadHighlighter } from "../../src/report/highlight.js";
import { diagnosticAt, fileReport, gaugeReport, rateOverGauge, spanOf } from "./sample.js";

const colors = picocolors.createColors(false);

function rendered(...reports: FileReport[]): string {
  return formatTerminal(reports, { colors, width: 80 });
}

/** The line and the marks below it. */
function frameOf(text: string, part: string): string {
  return rendered(queryReport(text, [diagnosticAt(text, part)]))
    .split("\n")
    .slice(2, 4)
    .join("\n");
}

test("nothing to say", () => {
  expect(rendered({ path: "a.yaml", text: "groups: []\n", diagnostics: [] })).toBe("");
  expect(rendered()).toBe("");
});

test("an alerting rule, and a query that stands in no file", () => {
  const query = "rat(up[5m])";
  const unknown = diagnosticAt(query, "rat", {
    code: "unknown-function",
    message: "there is no function `rat()`",
    prometheus: 'unknown function with name "rat"',
    fixes: [{ title: "Use `rate()`", safety: "safe", edits: [{ ...spanOf(query, "rat"), insert: "rate" }] }],
  });
  const note = diagnosticAt(query, "up", { severity: "info", message: "`up` is a gauge", help: "Use `changes()`" });
  expect(rendered(gaugeReport(), queryReport(query, [unknown, note]))).toMatchInlineSnapshot(`
    "error: \`rate()\` reads every drop of the gauge \`node_memory_MemFree_bytes\` as a counter reset [rate-over-gauge]
     --> rules/node.yaml:5:20 in \`MemoryFalls\`
    5 |         expr: rate(node_memory_MemFree_bytes[5m]) > 0
      |                    ^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: use \`deriv()\`: deriv(node_memory_MemFree_bytes[5m]) > 0

    error: there is no function \`rat()\` [unknown-function]
     --> -e:1:1
    1 | rat(up[5m])
      | ^^^
      = help: use \`rate()\`: rate(up[5m])
      = Prometheus says: unknown function with name "rat"

    info: \`up\` is a gauge [some-rule]
     --> -e:1:5
    1 | rat(up[5m])
      |     ^^
      = help: use \`changes()\`

    2 errors, 1 info in 2 files (1 fixable with --fix, 1 more with --fix-review)
    "
  `);
});

test("a cause in another file, and one far above", () => {
  const text = "groups:\n- rules:\n  - record: job:up:sum\n    expr: sum by (job) (up)\n\n\n\n  - expr: job:up:sum\n";
  const report = fileReport("a.yaml", text, [
    diagnosticAt(text, "expr: job:up:sum", { because: [{ at: spanOf(text, "(job)"), message: "keeps only `job`" }] }),
  ]);
  const [diagnostic, ...rest] = report.diagnostics;
  const because = [...(diagnostic?.because ?? [])];
  const elsewhere = because.map((cause) => ({ ...cause, path: "b.yaml", message: "records it too" }));
  const both = diagnostic
    ? [{ ...diagnostic, field: "groups[0].rules[1].expr", because: [...because, ...elsewhere] }]
    : rest;
  expect(rendered({ ...report, diagnostics: both })).toMatchInlineSnapshot(`
    "error: something goes wrong [some-rule]
     --> a.yaml:8:5 in groups[0].rules[1].expr
    4 |     expr: sum by (job) (up)
      |                  ----- keeps only \`job\`
    ...
    8 |   - expr: job:up:sum
      |     ^^^^^^^^^^^^^^^^
      = see: b.yaml:4:18: records it too

    1 error
    "
  `);
});

test("a span over many lines shows its beginning and its end", () => {
  const text = "sum(\n  a\n\n  +\r\n  b\n  +\n  c\n)\n";
  expect(rendered(queryReport(text, [diagnosticAt(text, text.trimEnd())]))).toMatchInlineSnapshot(`
    "error: something goes wrong [some-rule]
     --> -e:1:1
    1 | sum(
      | ^^^^
    2 |   a
      |   ^
    3 |
    4 |   +
      |   ^
    ...
    8 | )
      | ^

    1 error
    "
  `);
});

test("marks stand under what they mark", () => {
  expect(
    [
      frameOf("\tsum(\tup )", "up"),
      frameOf('up{city="東京", job="x"}', "job"),
      frameOf('up{mood="👩‍👩‍👧🇩🇪❤️", job="x"}', "job"),
      frameOf('up{city="Zu\u0308rich", job="x"}', "job"),
      frameOf('up{city="Zu\u0308rich"}', "\u0308"),
      frameOf('up{a="\u202e\u200b\u001b[31m\u0000", job="x"}', "job"),
      frameOf("sum(up\u200d)", "\u200d"),
      frameOf('up{a="\ud800", job="x"}', "job"),
      frameOf("sum(\rup)", "up"),
    ].join("\n"),
  ).toMatchInlineSnapshot(`
    "1 |     sum(    up )
      |             ^^
    1 | up{city="東京", job="x"}
      |                 ^^^
    1 | up{mood="👩‍👩‍👧🇩🇪❤️", job="x"}
      |                   ^^^
    1 | up{city="Zürich", job="x"}
      |                   ^^^
    1 | up{city="Zürich"}
      |           ^
    1 | up{a="\\u{202e}\\u{200b}\\u{1b}[31m\\u{0}", job="x"}
      |                                         ^^^
    1 | sum(up\\u{200d})
      |       ^^^^^^^^
    1 | up{a="\\u{d800}", job="x"}
      |                  ^^^
    2 | up)
      | ^^"
  `);
});

describe("a long line is cut around what is marked", () => {
  const text = `sum(${Array.from({ length: 60 }, (_, i) => `metric_${String(i)}`).join(" + ")})`;

  test("at its beginning, in its middle, at its end", () => {
    const frames = ["sum", "metric_30", "metric_59"].map((part) => frameOf(text, part));
    expect(frames.join("\n")).toMatchInlineSnapshot(`
      "1 | sum(metric_0 + metric_1 + metric_2 + metric_3 + metric_4 + metric_5 + metri…
        | ^^^
      1 | …ic_27 + metric_28 + metric_29 + metric_30 + metric_31 + metric_32 + metric…
        |                                  ^^^^^^^^^
      1 | …53 + metric_54 + metric_55 + metric_56 + metric_57 + metric_58 + metric_59)
        |                                                                   ^^^^^^^^^"
    `);
  });

  test("a span wider than the terminal, and a cause outside of what is seen", () => {
    const at = { from: text.indexOf("metric_20"), to: text.indexOf("metric_50") };
    const because = [{ at: spanOf(text, "metric_58"), message: "the last but one" }];
    expect(rendered(queryReport(text, [diagnosticAt(text, "sum", { at, because })]))).toMatchInlineSnapshot(`
      "error: something goes wrong [some-rule]
       --> -e:1:235
      1 | … + metric_20 + metric_21 + metric_22 + metric_23 + metric_24 + metric_25 +…
        |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      1 | …53 + metric_54 + metric_55 + metric_56 + metric_57 + metric_58 + metric_59)
        |                                                       --------- the last but one

      1 error
      "
    `);
  });

  test("of a megabyte, in no time", () => {
    const line = `{"expr": "${"é".repeat(500_000)}up${" ".repeat(500_000)}"}`;
    const report = queryReport(
      line,
      Array.from({ length: 200 }, () => diagnosticAt(line, "up")),
    );
    const start = performance.now();
    expect(rendered(report)).toContain(" | …ééé");
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

test.each([
  [{ panel: "CPU", field: "panels[0].targets[0].expr" }, "in panel `CPU`"],
  [{ panel: "a\u001b[2J" }, "in panel `a\\u{1b}[2J`"],
  [{ field: "templating.list[0].query" }, "in templating.list[0].query"],
])("what it is about: %j", (rest, expected) => {
  const [, place] = rendered(fileReport("a.json", "up", [diagnosticAt("up", "up")], rest)).split("\n");
  expect(place).toBe(` --> a.json:1:1 ${expected}`);
});

test("control characters of messages, names and paths are shown, not passed on", () => {
  const text = "up";
  const report = fileReport(
    "a\u001b[2J.yaml",
    text,
    [diagnosticAt(text, "up", { message: "a\u001b]8;;b\u0007\nc", help: "D\u202eo it" })],
    { rule: "R\r" },
  );
  expect(rendered(report)).toMatchInlineSnapshot(`
    "error: a\\u{1b}]8;;b\\u{7}\\nc [some-rule]
     --> a\\u{1b}[2J.yaml:1:1 in \`R\\r\`
    1 | up
      | ^^
      = help: d\\u{202e}o it

    1 error
    "
  `);
});

test("without the place of the query, the fixed line is shown", () => {
  const text = "expr: rate(node_memory_MemFree_bytes[5m])\n";
  expect(rendered(fileReport("a.yaml", text, [rateOverGauge(text)]))).toMatchInlineSnapshot(`
    "error: \`rate()\` reads every drop of the gauge \`node_memory_MemFree_bytes\` as a counter reset [rate-over-gauge]
     --> a.yaml:1:12
    1 | expr: rate(node_memory_MemFree_bytes[5m])
      |            ^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: use \`deriv()\`: expr: deriv(node_memory_MemFree_bytes[5m])

    1 error (1 fixable with --fix-review)
    "
  `);
});

test("in colours", async () => {
  const highlight = await loadHighlighter();
  const text = formatTerminal([gaugeReport()], { colors: picocolors.createColors(true), highlight });
  expect(text.replaceAll("\u001b[", "<").replace(/<(\d+)m/g, "<$1>")).toMatchInlineSnapshot(`
    "<1><31>error<39><22><1>: \`rate()\` reads every drop of the gauge \`node_memory_MemFree_bytes\` as a counter reset<22> <2>[rate-over-gauge]<22>
     <34>--><39> rules/node.yaml:5:20 in \`MemoryFalls\`
    <34>5 |<39>         expr: <34>rate<39>(node_memory_MemFree_bytes[<33>5m<39>]) > <33>0<39>
    <34>  |<39>                    <31>^^^^^^^^^^^^^^^^^^^^^^^^^<39>
      <34>=<39> <1>help:<22> use \`deriv()\`: <34>deriv<39>(node_memory_MemFree_bytes[<33>5m<39>]) > <33>0<39>

    1 error (1 fixable with --fix-review)
    "
  `);
});
