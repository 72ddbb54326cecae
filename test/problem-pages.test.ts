import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import picocolors from "picocolors";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { all } from "../rules/index.js";
import { check } from "../src/check/check.js";
import { lintSource, readSource } from "../src/files/index.js";
import { applyEdits } from "../src/lint/fix.js";
import { builtinMetrics } from "../src/metrics/builtin.js";
import { problemCodes } from "../src/lint/problem-codes.js";
import { readPage, readProblemPage, withOutputs, type PageExample } from "../src/lint/page.js";
import type { Feature, PrometheusTarget } from "../src/promql/features.js";
import { formatQueryDiagnostic } from "../src/report/query-diagnostic.js";
import { locateDiagnostics } from "../src/report/report.js";
import { formatTerminalDiagnostic } from "../src/report/terminal-diagnostic.js";
import type { Problem } from "../src/syntax/problem.js";
import { promqlLint } from "./cli/command.js";

const page = "docs/problems.md";
const inlineConfig = { rules: all.map(({ id }) => id), requireReason: true };
if (process.env["UPDATE"]) {
  const text = withOutputs(readFileSync(page, "utf8"), outputOf);
  writeFileSync(page, await format(text, { parser: "markdown", printWidth: 120 }));
}
const sections = readProblemPage(readFileSync(page, "utf8"));
if (process.env["UPDATE"]) await writeCodes();

/** What cannot be shown on a page: it is too long, or no text. */
const withoutExample = ["invalid-utf8", "not-text", "too-deep", "too-large", "too-many-aliases", "too-many-documents"];

describe.each([
  ["Queries", ["src/check", "src/syntax"], []],
  // A query is too deep for the same reason as a file.
  ["Files", ["src/files"], ["too-deep"]],
  ["Comments", ["src/lint/directive.ts", "src/lint/directive-problems.ts"], []],
] as const)("%s", (part, places, elsewhere) => {
  const codes = sections.filter((section) => section.part === part).map(({ code }) => code);

  test("every problem has a section, every section a problem, and the sections are sorted", () => {
    const emitted = new Set(places.flatMap(codesIn));
    for (const code of elsewhere) expect(emitted.delete(code)).toBe(true);
    expect(codes).toEqual([...emitted].sort());
  });
});

describe.each(sections)("$code", ({ code, summary, markdown }) => {
  const { examples } = readPage(markdown);
  const bad = examples.filter(({ kind }) => kind === "bad");
  const good = examples.filter(({ kind }) => kind === "good");

  test("says in one sentence what it is", () => {
    expect(summary).toMatch(/^[^\n]*[^.\n]\.$/);
  });

  test("has a bad example and a good one, where it can be shown", () => {
    expect([bad.length > 0, good.length > 0]).toEqual(Array(2).fill(!withoutExample.includes(code)));
  });

  describe.each(bad)("bad: $query", (example) => {
    const problems = problemsOf(example);

    test("is found, and nothing else is", () => {
      expect(problems.map((problem) => problem.code)).toEqual([code]);
    });

    test("has the output that the page shows; UPDATE=1 writes it", () => {
      expect(outputOf(example)).toBe(example.output);
    });

    test.each(safeFixes(problems))("is repaired by: $title", ({ edits }) => {
      const left = problemsOf({ ...example, query: applyEdits(example.query, edits) });
      expect(left.filter((problem) => problem.code === code)).toEqual([]);
    });
  });

  test.each(good)("good: $query", (example) => {
    expect(problemsOf(example).filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

test.each(["rate-over-guage", "unclosed-brace", "yaml-syntax", "too-deep"])("promql-lint explain %s", async (code) => {
  const section = sections.find((each) => each.code === code);
  const { status, stdout } = await promqlLint(["explain", code]);
  expect([status, stdout]).toEqual(section ? [0, section.markdown] : [2, ""]);
});

test("promql-lint explain lists the problems", async () => {
  const { stdout } = await promqlLint(["explain"]);
  const listed = stdout.split("\n").map((line) => line.trim().replace(/ {2,}/, ": "));
  expect(listed).toEqual(
    expect.arrayContaining(sections.map(({ code, summary }) => `${code}: ${summary.slice(0, -1)}`)),
  );
});

test("a section does not end at what looks like a heading in a block of code", () => {
  const text = "# Part\n\n## one\n\nIt is one.\n\n```promql\n# comment\n## two\n```\n\n## three\n\nIt is three.\n";
  expect(readProblemPage(text)).toEqual([
    {
      part: "Part",
      code: "one",
      summary: "It is one.",
      markdown: "# one\n\nIt is one.\n\n```promql\n# comment\n## two\n```\n",
    },
    { part: "Part", code: "three", summary: "It is three.", markdown: "# three\n\nIt is three.\n" },
  ]);
});

test("src/lint/problem-codes.ts holds the code of each section; UPDATE=1 writes it", () => {
  expect([...problemCodes]).toEqual(allCodes());
});

/** A code may have a section in two parts. */
function allCodes(): string[] {
  return [...new Set(sections.map(({ code }) => code))].sort();
}

async function writeCodes(): Promise<void> {
  const file = "src/lint/problem-codes.ts";
  const [comment = ""] = readFileSync(file, "utf8").split("\n");
  const text = `${comment}\nexport const problemCodes: ReadonlySet<string> = new Set(${JSON.stringify(allCodes())});`;
  writeFileSync(file, await format(text, { parser: "typescript", printWidth: 120 }));
}

/** The codes that a source, or those of a folder, give to problems. A way to give one that is not known here fails. */
function codesIn(place: string): string[] {
  const names = place.endsWith(".ts") ? [""] : readdirSync(place, { recursive: true, encoding: "utf8" });
  const files = names.map((name) => path.join(place, name)).filter((name) => name.endsWith(".ts"));
  const sources = files.map((file) => readFileSync(file, "utf8"));
  return sources.flatMap((source) => {
    const fields = Array.from(source.matchAll(/\bcode: (?!string\b)(.*)/g), ([, value = ""]) => codesOf(value));
    const calls = Array.from(source.matchAll(/(?:reader\.problem|this\.problem|limitProblem)\("([^"]*)"/g));
    return [...fields.flat(), ...calls.map(([, code = ""]) => code)];
  });
}

function codesOf(value: string): string[] {
  if (value.startsWith("`unclosed-${what}`"))
    return ["brace", "bracket", "parenthesis"].map((what) => `unclosed-${what}`);
  const [, code, other] = /^(?:[\w.]+ === "\w+" \? )?"([a-z\d-]+)"(?: : "([a-z\d-]+)")?[,; }]/.exec(value) ?? [];
  if (code === undefined) expect.fail(`this code is not understood: ${value}`);
  return other === undefined ? [code] : [code, other];
}

function safeFixes(problems: readonly Problem[]) {
  return problems.flatMap(({ fixes = [] }) => fixes.slice(0, 1)).filter(({ safety }) => safety === "safe");
}

function problemsOf({ query, language, options }: PageExample): readonly Problem[] {
  if (language === "yaml") return lintSource(readSource("rules.yaml", query), { rules: [], inlineConfig });
  const metrics = builtinMetrics;
  return check(query, options.size > 0 ? { prometheus: targetOf(options), metrics } : { metrics });
}

function targetOf(options: ReadonlyMap<string, string>): PrometheusTarget {
  const { version, features, ...others } = Object.fromEntries(options);
  expect(others).toEqual({});
  const flags = features === undefined || features === "none" ? [] : features.split(",").map(featureOf);
  return { ...(version !== undefined && { version }), ...(features !== undefined && { features: flags }) };
}

function featureOf(word: string): Feature {
  const known = [
    "promql-experimental-functions",
    "promql-duration-expr",
    "promql-extended-range-selectors",
    "promql-binop-fill-modifiers",
  ] as const;
  return known.find((feature) => feature === word) ?? expect.fail(`no feature is called ${word}`);
}

/** What is said of a query, with the words of Prometheus, so that they can be searched for; of a file, the report. */
function outputOf(example: PageExample): string {
  const { query, language } = example;
  const problems = problemsOf(example);
  if (language === "yaml") {
    const diagnostics = locateDiagnostics(query, problems);
    const report = { path: "rules.yaml", text: query, diagnostics };
    const options = { colors: picocolors.createColors(false), width: 120 };
    return diagnostics.map((diagnostic) => formatTerminalDiagnostic(report, diagnostic, options)).join("\n\n");
  }
  return problems
    .map((problem) => {
      const said = problem.prometheus === undefined ? [] : [`Prometheus says: ${problem.prometheus.trimEnd()}`];
      return [formatQueryDiagnostic(query, problem), ...said].join("\n");
    })
    .join("\n\n");
}
