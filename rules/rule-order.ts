import { matchedValues } from "../src/analysis/labels/selector.js";
import { metricOf } from "../src/analysis/selectors.js";
import { mayBe } from "../src/analysis/values/value-set.js";
import { defineRule } from "../src/lint/rule.js";
import { ruleLabels } from "../src/lint/rule-labels.js";
import type { AlertingRule, RecordingRule, RuleGroup } from "../src/lint/subject.js";
import { wholeField } from "../src/lint/whole-field.js";
import type { Expr, Token, VectorSelector } from "../src/syntax/ast.js";
import { nodesOf } from "../src/syntax/walk.js";

export const ruleOrder = defineRule({
  id: "rule-order",
  summary: "A rule that reads what a later rule of its group records gets the value of the evaluation before",
  category: "groups",
  severity: "info",
  subject: "rule-group",

  *check({ rules }) {
    const recorded = recordedBy(rules);
    if (recorded.size === 0) return;

    const reads = rules.map((rule) => readsOf(rule, recorded));
    for (const [k, rule] of rules.entries()) {
      for (const { metric, selector, looksBack } of reads[k] ?? []) {
        const [first] = (recorded.get(metric.text) ?? []).filter((writer) => mayRecord(writer.rule, selector));
        if (looksBack || !first || first.index <= k || isReadBy(rule, reads[first.index])) continue;

        yield {
          at: { field: rule.expr.field, span: metric.span },
          message: `\`${metric.text}\` is recorded later in this group, so this rule reads its value of the evaluation before`,
          help: "move this rule below the one that records it",
          because: [{ at: wholeField(first.rule.record), message: "recorded here" }],
        };
      }
    }
  },
});

/** A recording rule, and its place in the group. */
interface Writer {
  readonly index: number;
  readonly rule: RecordingRule;
}

/** The rules that record a metric, by its name. */
type Recorded = ReadonlyMap<string, readonly Writer[]>;

function recordedBy(rules: RuleGroup["rules"]): Recorded {
  const recorded = new Map<string, Writer[]>();
  for (const [index, rule] of rules.entries()) {
    if (rule.kind !== "recording-rule") continue;
    const others = recorded.get(rule.record.text);
    if (others) others.push({ index, rule });
    else recorded.set(rule.record.text, [{ index, rule }]);
  }
  return recorded;
}

/** A selector of what the group records. */
interface Read {
  readonly metric: Token;
  readonly selector: VectorSelector;
  /** Whether older values are meant. */
  readonly looksBack: boolean;
}

function readsOf({ query }: AlertingRule | RecordingRule, recorded: Recorded): readonly Read[] {
  const reads: Read[] = [];
  for (const selector of query ? nodesOf(query.root, "VectorSelector") : []) {
    const metric = metricOf(selector);
    if (!query || !metric || !recorded.has(metric.text)) continue;
    reads.push({ metric, selector, looksBack: looksBack(selector, query.root) });
  }
  return reads;
}

function looksBack(selector: VectorSelector, root: Expr): boolean {
  if (selector.offset ?? selector.at) return true;
  return [...nodesOf(root, "RangeSelector"), ...nodesOf(root, "Subquery")].some(
    ({ span }) => span.from <= selector.span.from && selector.span.to <= span.to,
  );
}

/** Whether a recording rule may write series that the selector finds. */
function mayRecord(rule: RecordingRule, { matchers }: VectorSelector): boolean {
  const own = ruleLabels(rule);
  return matchers.every((matcher) => {
    const label = own.get(matcher.label.text);
    return !label || mayBe(matchedValues(matcher), label.text);
  });
}

/** Two rules that read each other have no right order. */
function isReadBy(rule: AlertingRule | RecordingRule, reads: readonly Read[] = []): boolean {
  return rule.kind === "recording-rule" && reads.some(({ metric }) => metric.text === rule.record.text);
}
