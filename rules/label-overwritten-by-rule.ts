import { type Branch, labelOf, live } from "../src/analysis/branch.js";
import { isImpossible, type LabelFact } from "../src/analysis/label-fact.js";
import { resultLabels } from "../src/analysis/result-labels.js";
import { defineRule } from "../src/lint/rule.js";
import { ruleLabels } from "../src/lint/rule-labels.js";
import { wholeField } from "../src/lint/whole-field.js";

export const labelOverwrittenByRule = defineRule({
  id: "label-overwritten-by-rule",
  summary: "A label of a rule takes the place of one by which the query tells its series apart",
  category: "groups",
  severity: "warning",
  subject: "rule-group",

  *check({ rules }) {
    for (const rule of rules) {
      const own = ruleLabels(rule);
      if (own.size === 0 || !rule.query) continue;
      const branches = live(resultLabels(rule.query.root));
      for (const [name, label] of own) {
        if (rule.kind === "alerting-rule" && label.text.includes("{{")) continue;
        const [lost] = branches.flatMap((branch) => distinguishing(branch, name) ?? []);
        if (!lost) continue;
        yield {
          at: wholeField(label),
          message: `the rule sets \`${name}\` for all series, and fails where the query returns two that differ in \`${name}\` alone`,
          help: "leave the label out of the query, or call it otherwise in the rule",
          because: [{ at: { field: rule.expr.field, span: lost.span }, message: lost.why }],
        };
      }
    }
  },
});

/** What is known of a label of series that have no others than those that are known, where it may have several values. */
function distinguishing(branch: Branch, name: string): LabelFact | undefined {
  const known = labelOf(branch, name);
  if (!isImpossible(branch.others) || isImpossible(known)) return undefined;
  const { kind, values } = known.values;
  return kind === "only" && values.size === 1 ? undefined : known;
}
