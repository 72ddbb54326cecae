import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { all, recommended } from "../rules/index.js";
import { check } from "../src/check/check.js";
import { lintSource, readSource, type Source } from "../src/files/index.js";
import { lint } from "../src/lint/lint.js";
import type { Diagnostic, Use } from "../src/lint/rule.js";
import { isObject } from "../src/prometheus/shape.js";
import type { Expr } from "../src/syntax/ast.js";
import { parse } from "../src/syntax/parse.js";
import type { Severity } from "../src/syntax/problem.js";
import { print } from "../src/syntax/print.js";
import { promtool } from "./live/program.js";
import { describeLive } from "./live/server.js";

/** Queries and files of real projects: `expressions.jsonl`, `rules/`, `kube-prometheus/` and `dashboards/`. */
const folder = process.env["PROMQL_CORPUS"];

/** A query of the corpus. */
interface Expression {
  readonly expr: string;
  /** Where it was found: a rule, a panel, an annotation. */
  readonly kind: string;
  /** Whether it holds variables of Grafana. */
  readonly grafana: boolean;
  /** Whether it holds `{{ }}`, so that it is no PromQL yet. */
  readonly templated: boolean;
  /** Whether a real server accepts it, where that is known. */
  readonly accepted: boolean;
}

function describeCorpus(name: string, suite: (folder: string) => void): void {
  if (folder) {
    describe(name, () => suite(folder));
    return;
  }
  const missing = "PROMQL_CORPUS is not set: it names a folder of real queries and files";
  describe(name, () => {
    if (!process.env["PROMQL_CONFORMANCE"]) test.skip(missing);
    else {
      test(missing, () => {
        throw new Error(missing);
      });
    }
  });
}

describeCorpus("the corpus: files", (root) => {
  const sources = sourcesIn(root);

  test.each(sources.map((source) => [path.basename(source.path), source] as const))(
    "%s has no problem",
    (_, source) => {
      const problems = lintSource(source, { rules: [] }).filter(({ severity }) => severity === "error");
      expect(
        problems.map(({ code, message, at }) => `${code}: ${message}: ${source.text.slice(at.from, at.to)}`),
      ).toEqual([]);
    },
  );

  test("have as many findings by rule as docs/precision.md says", () => {
    const found = sources.flatMap((source) => lintSource(source, { rules: all }));
    const queries = sources.flatMap(({ queries }) => queries).length;
    console.log(`${sources.length} files with ${queries} queries:`, findingsByRule(found));
    expect(findingsByRule(found)).toEqual(statedFindings("files"));
  });

  describeLive("promtool", () => {
    test("accepts every query in which nothing is found", () => {
      const accepted = sources
        .flatMap(({ queries }) => queries)
        .filter(({ variables }) => !variables)
        .filter(({ text }) => check(text).every(({ severity }) => severity !== "error"));
      const rules = accepted.map(({ text }, k) => ({ record: `r${k}`, expr: text }));
      const temporary = mkdtempSync(path.join(tmpdir(), "promql-lint-corpus-"));
      const file = path.join(temporary, "rules.yaml");
      writeFileSync(file, JSON.stringify({ groups: [{ name: "corpus", rules }] }));
      const said = execFileSync(promtool, ["check", "rules", "--lint=none", file], { encoding: "utf8" });
      rmSync(temporary, { recursive: true });
      expect(said).toContain(`SUCCESS: ${rules.length} rules found`);
    });
  });
});

describeCorpus("the corpus: expressions", (root) => {
  const expressions = readFileSync(path.join(root, "expressions.jsonl"), "utf8").trim().split("\n").map(readExpression);
  const plain = expressions.filter(({ grafana, templated }) => !grafana && !templated);

  test("without variables parse, print and parse to an equal tree", () => {
    const different = plain.filter(({ expr }) => {
      const { expr: tree } = parse(expr);
      const again = tree && parse(print(tree)).expr;
      return !again || JSON.stringify(shapeOf(again)) !== JSON.stringify(shapeOf(tree));
    });
    expect(different.map(({ expr }) => expr)).toEqual([]);
  });

  test("which a server accepts have no problem", () => {
    const rejected = expressions
      .filter(({ accepted }) => accepted)
      .flatMap(({ expr }) =>
        check(expr)
          .filter(({ severity }) => severity === "error")
          .map(({ code, message }) => `${code}: ${message}: ${expr}`),
      );
    expect(rejected).toEqual([]);
  });

  test("with Grafana's variables parse", () => {
    const withVariables = expressions.filter(({ grafana, templated }) => grafana && !templated);
    const broken = withVariables.filter(({ expr }) => parse(expr, { variables: "grafana" }).problems.length > 0);
    console.log(
      `${broken.length} of ${withVariables.length} expressions with variables do not parse:`,
      counted(broken.map(({ kind }) => kind)),
      broken.slice(0, 20).map(({ expr }) => expr),
    );
    expect(broken.length).toBeLessThan(withVariables.length / 100);
  });

  test("never make lint throw, and have as many findings by rule as docs/precision.md says", () => {
    const found = expressions.flatMap(({ expr, kind }) =>
      lint(expr, { rules: all, variables: "grafana", use: useOf(kind) }),
    );
    console.log(`${expressions.length} expressions:`, findingsByRule(found));
    expect(findingsByRule(found)).toEqual(statedFindings("expressions"));

    const codes = new Set(recommended.map(({ id }) => id));
    const shown = found.filter(({ code }) => codes.has(code));
    expect(shown.length / expressions.length).toBeLessThan(0.15);
    expect(readFileSync("docs/precision.md", "utf8")).toContain(overallFigure(shown, expressions.length));
  });
});

function sourcesIn(root: string): Source[] {
  return ["rules", "kube-prometheus", "dashboards"]
    .flatMap((name) => readdirSync(path.join(root, name)).map((file) => path.join(root, name, file)))
    .filter((file) => /\.(?:ya?ml|json)$/.test(file))
    .map((file) => readSource(file, readFileSync(file, "utf8")))
    .filter(({ queries }) => queries.length > 0);
}

function readExpression(line: string): Expression {
  const value: unknown = JSON.parse(line);
  if (!isObject(value) || typeof value["expr"] !== "string") throw new Error(`no expression: ${line}`);
  const { expr, kind, grafana, templated, accepted } = value;
  return {
    expr,
    kind: String(kind),
    grafana: grafana === true,
    templated: templated === true,
    accepted: accepted === true,
  };
}

/** The tree without what depends on how it was written: places, spellings of literals, where `by` stands, order of matchers. */
function shapeOf(tree: Expr): unknown {
  const dropped = new Set(["span", "braces", "brackets", "position", "valueToken"]);
  const literals = new Set(["NumberLiteral", "StringLiteral", "DurationLiteral"]);
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => {
      if (dropped.has(key)) return undefined;
      if (key === "grouping" && isEmptyBy(value)) return undefined;
      if (key === "matchers" && Array.isArray(value)) return value.map(shapeText).toSorted();
      if (!isObject(value) || !literals.has(String(value["kind"]))) return value;
      return { ...value, text: undefined };
    }),
  );
}

/** `by ()` says what no grouping says. */
function isEmptyBy(grouping: unknown): boolean {
  if (!isObject(grouping) || !Array.isArray(grouping["labels"])) return false;
  return grouping["labels"].length === 0 && isObject(grouping["mode"]) && grouping["mode"]["text"] === "by";
}

function shapeText(matcher: unknown): string {
  const { label, op, value } = isObject(matcher) ? matcher : {};
  return [label, op].map((token) => (isObject(token) ? token["text"] : undefined)).join(" ") + JSON.stringify(value);
}

function useOf(kind: string): Use {
  if (kind === "rule-alert") return "alert";
  return kind === "rule-record" ? "record" : "range";
}

/** How often each rule finds something, all rules named. */
function findingsByRule(found: readonly Diagnostic[]): Readonly<Record<string, number>> {
  return Object.fromEntries(all.map(({ id }) => [id, found.filter(({ code }) => code === id).length]));
}

/** A column of the table in docs/precision.md. */
function statedFindings(column: "expressions" | "files"): Readonly<Record<string, number>> {
  const rows = readFileSync("docs/precision.md", "utf8").matchAll(/^\| \[([\w-]+)\]\S+ +\| (\d+) +\| (\d+) +\|/gm);
  const index = column === "expressions" ? 2 : 3;
  return Object.fromEntries(Array.from(rows, (row) => [row[1] ?? "", Number(row[index])]));
}

/** What docs/precision.md says of all rules that are on by default. */
function overallFigure(found: readonly Diagnostic[], expressions: number): string {
  const of = (severity: Severity): number => found.filter((each) => each.severity === severity).length;
  const counts = `${of("error")} errors, ${of("warning")} warnings and ${of("info")}`;
  const share = (found.length / expressions).toFixed(3);
  return `**${found.length} findings in the ${expressions.toLocaleString("en")} expressions**, ${share} for each: ${counts}`;
}

function counted(words: readonly string[]): Readonly<Record<string, number>> {
  const names = [...new Set(words)].toSorted();
  return Object.fromEntries(names.map((name) => [name, words.filter((word) => word === name).length]));
}
