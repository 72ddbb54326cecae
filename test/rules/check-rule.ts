import { describe, expect, test } from "vitest";
import { configureRules } from "../../src/lint/config.js";
import { applyEdits } from "../../src/lint/fix.js";
import { lint, type LintOptions } from "../../src/lint/lint.js";
import type { RuleOptions } from "../../src/lint/options.js";
import type { Rule } from "../../src/lint/rule.js";

/** What a rule does on some queries. */
interface Cases {
  /** Queries in which it finds nothing. */
  readonly silent?: readonly string[];
  /** By query, the texts that it underlines, in order. */
  readonly finds?: Readonly<Record<string, readonly string[]>>;
  /** By query, the safety of the first fix of its only finding, and the query after it: `safe: up{job="api"}`; or `none`. */
  readonly fixes?: Readonly<Record<string, string>>;
  /** By query, the help of its only finding. */
  readonly helps?: Readonly<Record<string, string>>;
}

/** Declares a test for each query. Every query must be one that Prometheus accepts. */
export function checkRule(
  rule: Rule,
  cases: Cases,
  { ruleOptions = {}, ...options }: Omit<LintOptions, "rules"> & { readonly ruleOptions?: RuleOptions } = {},
): void {
  const { silent = [], finds = {}, fixes = {}, helps = {} } = cases;
  const rules = configureRules([rule], { [rule.id]: ["on", ruleOptions] });
  const findings = (query: string) => lint(query, { ...options, rules });
  const suffix = Object.entries(options).map(([name, value]) =>
    typeof value === "string" ? ` (${name}: ${value})` : "",
  );

  for (const [name, value] of Object.entries(ruleOptions)) suffix.push(` (${name}: ${JSON.stringify(value)})`);

  describe(`${rule.id}${suffix.join("")}`, () => {
    test.each(silent)("is silent: %s", (query) => {
      expect(findings(query)).toEqual([]);
    });

    test.each(Object.entries(finds))("finds: %s", (query, texts) => {
      const found = findings(query);
      expect(found.map(({ at }) => query.slice(at.from, at.to))).toEqual(texts);
      expect(new Set(found.map(({ code }) => code))).toEqual(new Set([rule.id]));
    });

    test.each(Object.entries(fixes))("fixes: %s", (query, expected) => {
      const found = findings(query);
      const [fix] = found[0]?.fixes ?? [];
      expect(found.length).toBe(1);
      expect(fix ? `${fix.safety}: ${applyEdits(query, fix.edits)}` : "none").toBe(expected);
    });

    test.each(Object.entries(helps))("helps: %s", (query, expected) => {
      expect(findings(query).map(({ help }) => help)).toEqual([expected]);
    });
  });
}
