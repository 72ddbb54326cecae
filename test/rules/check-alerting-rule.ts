import { describe, expect, test } from "vitest";
import { readSource, withQueries } from "../../src/files/index.js";
import { lintRules } from "../../src/lint/lint-rules.js";
import { readQuery } from "../../src/lint/lint.js";
import type { Rule } from "../../src/lint/rule.js";
import { applyEdits } from "../../src/lint/fix.js";
import type { Field } from "../../src/lint/subject.js";

/** An alerting rule; what is left out is as in `up == 0`, without `for`. */
export interface Alert {
  readonly expr?: string;
  readonly for?: string;
  /** The text of its annotation `summary`. */
  readonly summary?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What a rule does with some alerting rules. */
interface Cases {
  readonly silent?: readonly Alert[];
  /** The texts that it underlines, in order; those that it gives as a cause follow after an arrow. */
  readonly finds?: readonly (readonly [Alert, ...string[]])[];
  /** The safety of the first fix of the only finding, and the expression after it: `suggestion: sum by (job) (up)`. */
  readonly fixes?: readonly (readonly [Alert, string])[];
}

/** Declares a test for each alerting rule, all of them such as Prometheus loads but for their templates. */
export function checkAlertingRule(rule: Rule, { silent = [], finds = [], fixes = [] }: Cases): void {
  describe(rule.id, () => {
    test.each(silent.map((alert) => [nameOf(alert), alert] as const))("is silent: %s", (_, alert) => {
      expect(run(rule, alert).found).toEqual([]);
    });

    test.each(finds.map(([alert, ...texts]) => [nameOf(alert), alert, texts] as const))(
      "finds: %s",
      (_, alert, texts) => {
        const { found, part } = run(rule, alert);
        expect(
          found.map(({ at, because = [] }) => [part(at), ...because.map((cause) => part(cause.at))].join(" <- ")),
        ).toEqual(texts);
      },
    );

    test.each(fixes.map(([alert, expected]) => [nameOf(alert), alert, expected] as const))(
      "fixes: %s",
      (_, alert, expected) => {
        const { found, expr } = run(rule, alert);
        const [fix] = found[0]?.fixes ?? [];
        const edits = fix?.edits.map(({ span, insert }) => ({ ...span, insert })) ?? [];
        expect(found.length).toBe(1);
        expect(fix ? `${fix.safety}: ${applyEdits(expr, edits)}` : "none").toBe(expected);
      },
    );
  });
}

function nameOf({ expr = "up == 0", summary = "", labels = {}, for: holds = "" }: Alert): string {
  const others = Object.keys(labels).length > 0 ? JSON.stringify(labels) : "";
  return [expr, holds, others, summary].filter(Boolean).join("  ");
}

function run(rule: Rule, alert: Alert) {
  const { expr = "up == 0", summary = "", labels = {}, for: holds } = alert;
  const written = { alert: "A", expr, ...(holds !== undefined && { for: holds }), labels, annotations: { summary } };
  const { ruleFiles, problems } = readSource(
    "rules.yaml",
    JSON.stringify({ groups: [{ name: "g", rules: [written] }] }),
  );
  expect(problems).toEqual([]);
  const files = ruleFiles.map((file) =>
    withQueries(file, (own) => readQuery(own.expr.text, { rules: [], use: "alert" })),
  );
  const fields = new Map<string, string>();
  const keep = ({ field, text }: Field): unknown => fields.set(field, text);
  for (const each of files.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))) {
    [each.expr, ...each.labels.values()].forEach(keep);
    if (each.kind === "alerting-rule") [...each.annotations.values(), ...(each.for ? [each.for] : [])].forEach(keep);
  }
  return {
    expr,
    found: lintRules(files, [rule]),
    part: ({ field, span }: { field: string; span: { from: number; to: number } }) =>
      fields.get(field)?.slice(span.from, span.to),
  };
}
