import { type Branch, labelOf, live } from "../src/analysis/labels/branch.js";
import { keepLabel } from "../src/analysis/labels/keep-label.js";
import { isImpossible } from "../src/analysis/labels/label-fact.js";
import { resultLabels } from "../src/analysis/labels/result-labels.js";
import { defineRule, type Finding } from "../src/lint/rule.js";
import type { AlertingRule, FieldPlace } from "../src/lint/subject.js";
import { metricName } from "../src/promql/labels.js";
import { isAlike } from "../src/promql/spelling.js";
import type { Because, Fix } from "../src/syntax/problem.js";
import type { LabelRead } from "../src/templates/facts.js";
import { type RuleTemplate, ruleTemplates } from "../src/templates/rule-templates.js";

export const templateLabelMissing = defineRule({
  id: "template-label-missing",
  summary: "A label that the query does not return is printed as nothing",
  category: "alerts",
  severity: "error",
  subject: "alerting-rule",

  *check(rule) {
    const branches = rule.query ? live(resultLabels(rule.query.root)) : [];
    if (branches.length === 0) return;

    for (const template of ruleTemplates(rule)) {
      const seen = new Set<string>();
      for (const read of template.facts?.labels ?? []) {
        if (read.guarded || seen.has(read.name) || !branches.every((branch) => lacks(branch, read.name))) continue;

        seen.add(read.name);
        yield findingOf(rule, template, read, branches);
      }
    }
  },
});

/** Whether the series never have a label. A server may be told to take the name away later than it is written. */
function lacks(branch: Branch, name: string): boolean {
  return isImpossible(name === metricName ? branch.others : labelOf(branch, name));
}

function findingOf(
  rule: AlertingRule,
  { at }: RuleTemplate,
  { name, span }: LabelRead,
  branches: readonly Branch[],
): Finding<FieldPlace> {
  const isAdded = name === "alertname" || rule.labels.has(name);
  const because = isAdded ? [] : causesOf(rule, name, branches);
  const meant = isAdded ? undefined : labelMeant(name, branches);
  const fixes = isAdded || meant?.toLowerCase() === name.toLowerCase() ? [] : fixesOf(rule, name);
  const reason = isAdded
    ? "a template sees the labels of the query only, not those that the rule adds"
    : "the query returns no such label";
  return {
    at: at(span),
    message: `the label \`${name}\` is printed as nothing: ${reason}`,
    ...(isAdded && { help: "write its value" }),
    ...(meant !== undefined && { help: `did you mean \`${meant}\`?` }),
    ...(because.length > 0 && { because }),
    ...(fixes.length > 0 && { fixes }),
  };
}

/** The label that every part of the result may have, and whose name is alike. */
function labelMeant(name: string, branches: readonly Branch[]): string | undefined {
  const known = [...(branches[0]?.labels.keys() ?? [])];
  return known.find((other) => isAlike(name, other) && !branches.some((branch) => lacks(branch, other)));
}

/** What takes the label from each part of the result. */
function causesOf({ expr }: AlertingRule, name: string, branches: readonly Branch[]): readonly Because<FieldPlace>[] {
  const facts = branches.map((branch) => labelOf(branch, name));
  const first = facts.filter(({ span }, k) => facts.findIndex((other) => other.span.from === span.from) === k);
  return first.map(({ why, span }) => ({ at: { field: expr.field, span }, message: why }));
}

function fixesOf({ expr, query }: AlertingRule, name: string): readonly Fix<FieldPlace>[] {
  const kept = query && keepLabel(query.root, name);
  if (!kept) return [];
  const { from, to, insert } = kept.edit;
  const edits = [{ field: expr.field, span: { from, to }, insert }];
  return [{ title: `Group \`${kept.aggregation.op.text}\` by \`${name}\` too`, safety: "suggestion", edits }];
}
