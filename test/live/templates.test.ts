import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unquote } from "../../src/promql/strings.js";
import { parseTemplate } from "../../src/templates/parse.js";
import "../reproducible.js";
import { expanded } from "../templates/expanded.js";
import { accepted, failures, rejected, unseenFailures } from "../templates/templates.js";
import { promtool } from "./program.js";
import { describeLive } from "./server.js";

/** What promtool says of some files, given by name; the last arguments are names of them. */
function checked(files: Readonly<Record<string, unknown>>, ...args: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), "promql-templates-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(path.join(folder, name), JSON.stringify(content));
    }
    const { stderr, stdout, error } = spawnSync(promtool, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
    if (error) throw error;
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether promtool accepts each of some templates as an annotation. */
function verdicts(templates: readonly string[]): readonly boolean[] {
  const rules = templates.map((text) => ({ alert: "A", expr: "up", annotations: { text } }));
  const output = checked(
    { "rules.json": { groups: [{ name: "g", rules }] } },
    "check",
    "rules",
    "--lint=none",
    "rules.json",
  );
  const failed = new Set(Array.from(output.matchAll(/group "g", rule (\d+), /g), ([, number]) => Number(number)));
  if (failed.size === 0 && !output.includes("SUCCESS")) throw new Error(output);
  return templates.map((_, k) => !failed.has(k + 1));
}

/** What each of some templates prints in an alert on `sum by (job) (up) == 0`, which has labels of its own. */
function printed(templates: readonly string[]): readonly (string | undefined)[] {
  const rules = templates.map((text, k) => ({
    alert: `A${k}`,
    expr: "sum by (job) (up) == 0",
    labels: { severity: "page" },
    annotations: { text },
  }));
  const tests = {
    rule_files: ["rules.json"],
    evaluation_interval: "1m",
    tests: [
      {
        interval: "1m",
        external_labels: { cluster: "c" },
        external_url: "http://x/y",
        input_series: [
          { series: 'up{job="api", instance="a"}', values: "0 0" },
          { series: 'up{job="api", instance="b"}', values: "0 0" },
        ],
        alert_rule_test: rules.map(({ alert }) => ({ eval_time: "1m", alertname: alert, exp_alerts: [] })),
      },
    ],
  };
  const output = checked(
    { "rules.json": { groups: [{ name: "g", rules }] }, "tests.json": tests },
    "test",
    "rules",
    "tests.json",
  );
  const found = output.matchAll(/Labels:\{alertname="A(\d+)".*\n\s*Annotations:\{text="((?:[^"\\]|\\.)*)"/g);
  const byNumber = new Map(Array.from(found, ([, number, text]) => [Number(number), text]));
  return templates.map((_, k) => byNumber.get(k));
}

/** The templates of which we say something else than Prometheus. */
function disagreements(templates: readonly string[]): readonly string[] {
  const expected = verdicts(templates);
  return templates.filter((text, k) => (parseTemplate(text).problem === undefined) !== expected[k]);
}

/** Pieces of which mutations are made. */
const pieces = [
  ...[
    "{{",
    "}}",
    "{{-",
    "-}}",
    " ",
    " - ",
    ".",
    "|",
    "(",
    ")",
    ",",
    ":=",
    "=",
    '"',
    "`",
    "'",
    "\\",
    "$",
    "/*",
    "*/",
    "\n",
  ],
  ...["$labels", ".x", "$value", "if", "else", "end", "range", "with", "define", "template", "block", "break", "nil"],
  ...["continue", "true", "humanize", "query", '"a"', "1", "0x", "1e", "i", "_", "+", "é", "'c'", "$x", "{{ end }}"],
];

const originals = [...accepted, ...Object.keys(rejected)];

/** A template after some of its text was replaced. */
const mutation = fc
  .tuple(
    fc.constantFrom(...originals),
    fc.array(fc.tuple(fc.nat(60), fc.nat(4), fc.constantFrom("", ...pieces)), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, changes]) =>
    changes.reduce((before, [at, length, insert]) => {
      const from = before.length === 0 ? 0 : at % (before.length + 1);
      return before.slice(0, from) + insert + before.slice(from + length);
    }, text),
  );

/** Pieces one after the other. */
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => `{{ ${parts.join(" ")} }}`);

const spellings = "0123456789abxeEpPi_+-.".split("");
const number = fc
  .string({ unit: fc.constantFrom(...spellings), minLength: 1, maxLength: 7 })
  .map((text) => `{{ ${text} }}`);
const escapes = ["\\", "x", "u", "U", "0", "1", "7", "8", "a", "f", "n", '"', "'", "`", "9", "é"];
const escape = fc
  .string({ unit: fc.constantFrom(...escapes), maxLength: 8 })
  .chain((text) => fc.constantFrom(`{{ "${text}" }}`, `{{ '${text}' }}`));

describeLive("templates: our verdict is that of promtool", () => {
  test("on the templates of the other tests", () => {
    expect(disagreements(originals)).toEqual([]);
  });

  test.each([
    ["mutations", mutation],
    ["pieces in any order", soup],
    ["numbers", number],
    ["quotes with escapes", escape],
  ])("on random %s", (_, arbitrary) => {
    const runs = process.env["PROMQL_LINT_FULL"] === "1" ? 20_000 : 2000;
    expect(disagreements(fc.sample(arbitrary, runs))).toEqual([]);
  });

  test("of what a template fails at", () => {
    const seen = Object.entries(failures).map(([text, reasons]) => [text, reasons.length > 0] as const);
    const expected = Object.fromEntries([...seen, ...unseenFailures.map((text) => [text, true] as const)]);
    const templates = Object.keys(expected);
    const fails = printed(templates).map((text) => text?.startsWith("<error expanding template") ?? "not run");
    expect(Object.fromEntries(templates.map((text, k) => [text, fails[k]]))).toEqual(expected);
  });

  test("of what a template prints", () => {
    const templates = Object.keys(expanded);
    const found = printed(templates).map((text, k) =>
      unquote(`"${text ?? ""}"`).value.replaceAll(`__alert_A${k}`, "__alert_A"),
    );
    expect(Object.fromEntries(templates.map((text, k) => [text, found[k]]))).toEqual(expanded);
  });

  test("of which labels a template sees", () => {
    const templates = ["job", "instance", "severity", "alertname", "cluster"].map((name) => `[{{ $labels.${name} }}]`);
    expect(printed(templates)).toEqual(["[api]", "[]", "[]", "[]", "[]"]);
  });
});
