import { type Branch, labelOf, live } from "../src/analysis/labels/branch.js";
import { isImpossible, type LabelFact } from "../src/analysis/labels/label-fact.js";
import { resultLabels } from "../src/analysis/labels/result-labels.js";
import { defineRule } from "../src/lint/rule.js";
import { ruleLabels } from "../src/lint/rule-labels.js";
import type { AlertingRule, Field, RecordingRule } from "../src/lint/subject.js";
import { wholeField } from "../src/lint/whole-field.js";
import type { Expr } from "../src/syntax/ast.js";
import { nodesOf } from "../src/syntax/walk.js";

export const labelOverwrittenByRule = defineRule({
  id: "label-overwritten-by-rule",
  summary: "A label of a rule takes the place of one by which the query tells its series apart",
  category: "groups",
  severity: "warning",
  subject: "rule-group",

  *check({ rules }) {
    for (const rule of rules) {
      const own = labelsSet(rule);
      if (own.size === 0 || !rule.query) continue;
      const { root } = rule.query;
      const branches = live(resultLabels(root));
      for (const [name, label] of own) {
        if (rule.kind === "alerting-rule" && name !== alertName && label.text.includes("{{")) continue;
        const [lost] = branches.flatMap((branch) => distinguishing(branch, name) ?? []);
        if (!lost || followsOthers(lost, root)) continue;
        yield {
          at: wholeField(label),
          message: `the rule sets \`${name}\` for all series, and fails where the query returns two that differ in \`${name}\` alone`,
          help:
            name === alertName
              ? "group by a copy of the label, which `label_replace()` makes within the aggregation"
              : "leave the label out of the query, or call it otherwise in the rule",
          because: [{ at: { field: rule.expr.field, span: lost.span }, message: lost.why }],
        };
      }
    }
  },
});

const alertName = "alertname";

/** The labels that a rule sets; an alerting rule sets its name too. */
function labelsSet(rule: AlertingRule | RecordingRule): ReadonlyMap<string, Field> {
  const own = ruleLabels(rule);
  return rule.kind === "alerting-rule" ? new Map([...own, [alertName, rule.alert]]) : own;
}

/** Whether the label is made of other labels that are there, or copied by `group_left`: series that differ in it differ in more. */
function followsOthers({ span }: LabelFact, root: Expr): boolean {
  const made = nodesOf(root, "Call").flatMap(({ name, args }) =>
    (name.text === "label_replace" || name.text === "label_join") && args[1] ? [args[1].span] : [],
  );
  const copied = nodesOf(root, "Binary").flatMap(
    ({ matching }) => matching?.group?.include.map((label) => label.span) ?? [],
  );
  return [...made, ...copied].some(({ from }) => from === span.from);
}

/** What is known of a label of series that have no others than those that are known, where it may have several values. */
function distinguishing(branch: Branch, name: string): LabelFact | undefined {
  const known = labelOf(branch, name);
  if (!isImpossible(branch.others) || isImpossible(known)) return undefined;
  const { kind, values } = known.values;
  return kind === "only" && values.size === 1 ? undefined : known;
}
