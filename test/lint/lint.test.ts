import { describe, expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { rateOverGauge } from "../../rules/rate-over-gauge.js";
import { lint, type LintOptions } from "../../src/lint/lint.js";
import { defineRule, type Diagnostic, type Query } from "../../src/lint/rule.js";
import { metricsOf } from "../../src/metrics/metrics.js";
import { nodesOf } from "../../src/syntax/walk.js";

/** `code: the underlined text` of each diagnostic. */
function told(query: string, options: Partial<LintOptions> = {}): string[] {
  return lint(query, { rules: all, ...options }).map((each) => `${each.code}: ${underlined(query, each)}`);
}

function underlined(query: string, { at }: Diagnostic): string {
  return query.slice(at.from, at.to);
}

describe("lint", () => {
  test.each([
    ["up", []],
    ['up{job=~"api"} + rate(node_load1[5m])', ["regex-without-pattern: =~", "rate-over-gauge: node_load1"]],
    ['rate(node_load1{job=~"api"}[5m])', ["rate-over-gauge: node_load1", "regex-without-pattern: =~"]],
    ['rate(node_load1{job=~"a"}[5m]', ["unclosed-parenthesis: ("]],
    ['sum(rate(up{job=~"a"}))', ['wrong-argument-type: up{job=~"a"}']],
  ])("%s", (query, expected) => {
    expect(told(query)).toEqual(expected);
  });

  test.each(["", "   ", "# nothing but a comment"])("%j is one problem", (query) => {
    expect(lint(query, { rules: all })).toMatchObject([{ severity: "error" }]);
  });

  test("reports an info of check together with findings", () => {
    expect(told('mad_over_time(up{job=~"api"}[5m])')).toEqual([
      "experimental: mad_over_time",
      "regex-without-pattern: =~",
    ]);
  });

  test("without rules only problems are reported", () => {
    expect(told('rate(node_load1{job=~"a"}[5m])', { rules: [] })).toEqual([]);
    expect(told("rate(", { rules: [] })).not.toEqual([]);
  });

  test("knows metrics that it is told of", () => {
    const metrics = metricsOf([{ name: "depth", type: "gauge", source: "test" }]);
    expect(told("rate(depth[5m])", { metrics })).toEqual(["rate-over-gauge: depth"]);
    expect(told("rate(depth[5m])")).toEqual([]);
  });

  test("hands the version of the server to check", () => {
    expect(told("sum_over_time(up[5m])", { prometheus: { version: "2.0.0" } })).toEqual([]);
    expect(told("last_over_time(up[5m])", { prometheus: { version: "2.0.0" } })).toEqual(["too-new: last_over_time"]);
  });

  test("accepts Grafana's variables where it is told to", () => {
    expect(told('up{job="$job"}[$__range]', { variables: "grafana" })).toEqual([
      'bare-range-vector: up{job="$job"}[$__range]',
    ]);
    expect(told("rate(up[$__range])")).toEqual(["unexpected-character: $__range"]);
  });
});

describe("a rule of somebody else", () => {
  const noAbsent = defineRule({
    id: "no-absent",
    summary: "`absent()` is not used here",
    category: "style",
    severity: "info",
    subject: "query",
    *check(query) {
      for (const call of nodesOf(query.root, "Call")) {
        if (call.name.text !== "absent") continue;
        yield { at: call.name.span, message: `\`absent()\` in a query for ${query.use}` };
        yield { at: call.span, message: "twice", severity: "error" };
      }
    },
  });

  test("finds under its id and with its severity, unless a finding has its own", () => {
    expect(lint("absent(up)", { rules: [noAbsent], use: "alert" })).toEqual([
      { code: "no-absent", severity: "info", at: { from: 0, to: 6 }, message: "`absent()` in a query for alert" },
      { code: "no-absent", severity: "error", at: { from: 0, to: 10 }, message: "twice" },
    ]);
  });

  test("is told the interval between scrapes", () => {
    const rule = defineRule({
      ...noAbsent,
      *check({ root, settings }: Query) {
        yield { at: root.span, message: `scraped every ${settings.scrapeInterval ?? "?"} s` };
      },
    });
    const messages = (options: Partial<LintOptions>) =>
      lint("up", { rules: [rule], ...options }).map(({ message }) => message);
    expect(messages({ settings: { scrapeInterval: 15 } })).toEqual(["scraped every 15 s"]);
    expect(messages({})).toEqual(["scraped every ? s"]);
  });

  test("is not run on a query that Prometheus rejects", () => {
    expect(told("absent(up", { rules: [noAbsent] })).toEqual(["unclosed-parenthesis: ("]);
  });

  test("that throws is not silenced", () => {
    const broken = defineRule({
      ...noAbsent,
      check() {
        throw new Error("a mistake in the rule");
      },
    });
    expect(() => lint("up", { rules: [rateOverGauge, broken] })).toThrow("a mistake in the rule");
  });
});
