import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { all, recommended } from "../rules/index.js";
import { queryRules, recommendedQueryRules } from "../rules/query-rules.js";
import { demoServer } from "../src/embedded/demo-server.js";
import { lintSource, readSource } from "../src/files/index.js";
import { applyEdits } from "../src/lint/fix.js";
import { lint } from "../src/lint/lint.js";
import { readPage, withOutputs, type PageExample } from "../src/lint/page.js";
import type { Diagnostic, Rule, Use } from "../src/lint/rule.js";
import { serverFacts } from "../src/prometheus/index.js";
import type { FixSafety } from "../src/syntax/problem.js";
import { formatQueryDiagnostic } from "../src/report/query-diagnostic.js";
import { optionSection, withOptionSection } from "./option-table.js";

/** The files of rules/ that hold no rule. */
const lists = ["index.ts", "presets.ts", "query-rules.ts"];
const isUpdate = Boolean(process.env["UPDATE"]);
const demoFacts = await askDemo();
const rules = await Promise.all(all.map(async (rule) => ({ rule, section: await optionSection(rule) })));

test("rules/README.md lists the rules; UPDATE=1 writes it", async () => {
  const path = "rules/README.md";
  const text = await format(index(), { parser: "markdown", printWidth: 120 });
  if (isUpdate) writeFileSync(path, text);
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("every file of rules/ belongs to a rule, and the rules are sorted", () => {
  const names = all.map(({ id }) => id);
  expect(names).toEqual(names.toSorted());
  const expected = [...names.flatMap((id) => [`${id}.ts`, `${id}.md`]), "README.md", ...lists];
  expect(readdirSync("rules").toSorted()).toEqual(expected.toSorted());
});

test("the rules on queries are those of all with this subject, and as many are on", () => {
  expect(queryRules).toEqual(all.filter(({ subject }) => subject === "query"));
  expect(recommendedQueryRules).toEqual(recommended.filter(({ subject }) => subject === "query"));
});

describe.each(rules)("the page of $rule.id", ({ rule, section }) => {
  const path = `rules/${rule.id}.md`;
  if (isUpdate)
    writeFileSync(
      path,
      withOptionSection(
        withOutputs(readFileSync(path, "utf8"), (example) => outputOf(example, rule)),
        section,
      ),
    );
  const markdown = readFileSync(path, "utf8");
  const page = readPage(markdown);
  const bad = page.examples.filter(({ kind }) => kind === "bad");
  const good = page.examples.filter(({ kind }) => kind === "good");

  test("has the rule's id as its title and its summary as the first paragraph", () => {
    expect(page.title).toBe(rule.id);
    expect(page.summary).toBe(`${rule.summary}.`);
  });

  test("has the options of the rule; UPDATE=1 writes them", () => {
    expect(withOptionSection(markdown, section)).toBe(markdown);
  });

  test("has a reason, a bad example and a good one", () => {
    expect(markdown).toContain("\n## Why\n");
    expect(bad).not.toEqual([]);
    expect(good).not.toEqual([]);
  });

  describe.each(bad)("bad: $query", (example) => {
    const found = lintExample(example, rule);

    test("is found by this rule and no other", () => {
      expect(found.map(({ code }) => code)).toEqual(found.map(() => rule.id));
      expect(found).not.toEqual([]);
    });

    test("has the output that the page shows; UPDATE=1 writes it", () => {
      expect(outputOf(example, rule)).toBe(example.output);
    });

    test.each(firstFixes(found))("loses its finding by: $title", ({ finding, query }) => {
      const left = lintExample({ ...example, query }, rule);
      expect(left.map(({ message }) => message)).toEqual(
        found.filter((other) => other !== finding).map(({ message }) => message),
      );
    });

    /** What the first fix of each finding makes of the example. */
    function firstFixes(diagnostics: readonly Diagnostic[]) {
      return diagnostics.flatMap((finding) => {
        const [fix] = finding.fixes ?? [];
        if (!fix || fix.safety === "suggestion") return [];
        return [{ title: fix.title, finding, query: applyEdits(example.query, fix.edits) }];
      });
    }
  });

  test.each(good)("good: $query", (example) => {
    expect(lintExample(example, rule)).toEqual([]);
  });
});

/** By the recommended rules and that of the page. */
function lintExample({ query, options, language }: PageExample, rule: Rule): readonly Diagnostic[] {
  const rules = all.filter((each) => each === rule || recommended.includes(each));
  if (language) return lintSource(readSource(`example.${language}`, query), { rules });

  const { use = "range", variables, scrapeInterval, server, retention, ...others } = Object.fromEntries(options);
  expect(others).toEqual({});
  expect(variables).toSatisfy((given) => given === undefined || given === "grafana");
  expect(server).toSatisfy((given) => given === undefined || given === "demo");
  const told = server === undefined ? undefined : demoFacts;
  const days = retention === undefined ? undefined : Number(retention.replace(/d$/, "")) * 86_400;
  return lint(query, {
    rules,
    use: useOf(use),
    ...told,
    ...(told && days !== undefined && { server: { ...told.server, retention: days } }),
    settings: scrapeInterval ? { scrapeInterval: Number(scrapeInterval) } : {},
    ...(variables && { variables: "grafana" }),
  });
}

/** What the demo cluster tells of the examples that say `server=demo`, as a server that was asked before. */
async function askDemo() {
  const pages = all.map(({ id }) => readPage(readFileSync(`rules/${id}.md`, "utf8")));
  const examples = pages.flatMap((page) => page.examples).filter((example) => example.options.has("server"));
  const { options } = await serverFacts(
    demoServer(),
    examples.map(({ query }) => ({ text: query })),
  );
  return options;
}

function useOf(word: string): Use {
  const use = (["instant", "range", "alert", "record"] as const).find((known) => known === word);
  return use ?? expect.fail(`no use is called ${word}`);
}

function outputOf(example: PageExample, rule: Rule): string {
  return lintExample(example, rule)
    .map((diagnostic) => formatQueryDiagnostic(example.query, diagnostic, example.language !== undefined))
    .join("\n\n");
}

function index(): string {
  const categories = [...new Set(all.map(({ category }) => category))].toSorted();
  return [
    "# Rules",
    "",
    "This page is generated: `UPDATE=1 npm test` writes it. `promql-lint explain RULE` prints the page of a rule.",
    "",
    "**Fix** is what the first fix does: a *safe* one never changes the result and is applied by `--fix`; one for *review* may",
    "change it and is applied by `--fix-review`; a *suggestion* is only shown. Every rule can be turned off or given another",
    "severity; what else can be configured are its **options**. One that is _off_ runs where somebody turns it on.",
    ...categories.flatMap((category) => [
      "",
      `## ${category.charAt(0).toUpperCase()}${category.slice(1)}`,
      "",
      "| rule | severity | fix | options | summary |",
      "| --- | --- | --- | --- | --- |",
      ...all.filter((rule) => rule.category === category).map(row),
    ]),
    "",
  ].join("\n");
}

function row(rule: Rule): string {
  const page = readPage(readFileSync(`rules/${rule.id}.md`, "utf8"));
  const fixes = page.examples.flatMap((example) => lintExample(example, rule)).map(({ fixes }) => fixes?.[0]?.safety);
  const safeties = (["safe", "review", "suggestion"] satisfies FixSafety[]).filter((safety) => fixes.includes(safety));
  const options = Object.keys(rule.options ?? {}).map((name) => `[\`${name}\`](${rule.id}.md#options)`);
  const severity = recommended.includes(rule) ? rule.severity : `${rule.severity}, off`;
  const cells = [`[${rule.id}](${rule.id}.md)`, severity, safeties.join(", ") || "-", options.join(", ") || "-"];
  return `| ${cells.join(" | ")} | ${rule.summary} |`;
}
