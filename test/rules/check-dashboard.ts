import { describe, expect, test } from "vitest";
import { lintSource, readSource, type SourceDiagnostic } from "../../src/files/index.js";
import { applyEdits } from "../../src/lint/fix.js";
import type { Rule } from "../../src/lint/rule.js";
import { dashboard } from "../files/dashboards.js";

/** A dashboard with one query; what is left out is as in a dashboard that Grafana has just made. */
export interface DashboardCase {
  readonly expr: string;
  /** By name, what `templating.list` says of them; they are of the type `query` unless it says otherwise. */
  readonly variables?: Readonly<Record<string, object>>;
  /** More of the target. */
  readonly target?: object;
  /** More of the panel. */
  readonly panel?: object;
  /** More of the dashboard. */
  readonly rest?: object;
}

/** What a rule does with some dashboards. */
interface Cases {
  readonly silent?: readonly DashboardCase[];
  /** The texts of the file that it underlines, in order. */
  readonly finds?: readonly (readonly [DashboardCase, ...string[]])[];
  /** The safety of the first fix of the only finding, and the query after it: `review: up{job=~"$job"}`; or `none`. */
  readonly fixes?: readonly (readonly [DashboardCase, string])[];
  /** The message of the only finding. */
  readonly says?: readonly (readonly [DashboardCase, string])[];
}

/** Declares a test for each dashboard. */
export function checkDashboardRule(rule: Rule, { silent = [], finds = [], fixes = [], says = [] }: Cases): void {
  describe(rule.id, () => {
    test.each(silent.map((each) => [nameOf(each), each] as const))("is silent: %s", (_, each) => {
      expect(run(rule, each).found.map(({ message }) => message)).toEqual([]);
    });

    test.each(finds.map(([each, ...texts]) => [nameOf(each), each, texts] as const))("finds: %s", (_, each, texts) => {
      const { found, text } = run(rule, each);
      expect(found.map(({ at }) => text.slice(at.from, at.to))).toEqual(texts);
    });

    test.each(fixes.map(([each, expected]) => [nameOf(each), each, expected] as const))(
      "fixes: %s",
      (_, each, expected) => {
        const { found, text } = run(rule, each);
        const [fix] = found[0]?.fixes ?? [];
        expect(found.length).toBe(1);
        const [query] = fix ? (readSource("a.json", applyEdits(text, fix.edits)).panels[0]?.queries ?? []) : [];
        expect(fix ? `${fix.safety}: ${query?.expr.text}` : "none").toBe(expected);
      },
    );

    test.each(says.map(([each, expected]) => [nameOf(each), each, expected] as const))(
      "says: %s",
      (_, each, expected) => {
        expect(run(rule, each).found.map(({ message }) => message)).toEqual([expected]);
      },
    );
  });
}

function nameOf({ expr, ...others }: DashboardCase): string {
  return [expr, ...Object.values(others).map((each) => JSON.stringify(each))].join("  ");
}

function run(
  rule: Rule,
  { expr, variables = {}, target, panel, rest }: DashboardCase,
): { readonly text: string; readonly found: readonly SourceDiagnostic[] } {
  const datasource = { type: "prometheus", uid: "p1" };
  const list = Object.entries(variables).map(([name, own]) => ({ type: "query", name, datasource, ...own }));
  const text = dashboard([{ expr, ...target }], panel, { templating: { list }, ...rest });
  const source = readSource("a.json", text);
  expect(source.problems).toEqual([]);
  return { text, found: lintSource(source, { rules: [rule] }) };
}
