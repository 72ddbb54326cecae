import { diagnose } from "./lint.js";
import type { Diagnostic, Rule } from "./rule.js";
import type { FieldPlace, RuleFile, RuleGroup } from "./subject.js";

/** A diagnostic of a rule file, and the file. */
export interface RuleDiagnostic extends Diagnostic<FieldPlace> {
  /** The path of the rule file. */
  readonly file: string;
}

/**
 * What the rules on alerting rules, recording rules, groups and rule files find. All files that belong together are given at
 * once, since a rule may compare them.
 */
export function lintRules(files: readonly RuleFile[], rules: readonly Rule[]): readonly RuleDiagnostic[] {
  return rules.flatMap((rule) => Array.from(runRule(rule, files)));
}

function* runRule(rule: Rule, files: readonly RuleFile[]): Iterable<RuleDiagnostic> {
  if (rule.subject === "rule-files") {
    const [first] = files;
    for (const diagnostic of first ? diagnose(rule, rule.check(files)) : []) {
      yield { ...diagnostic, file: diagnostic.at.file ?? first?.path ?? "" };
    }
    return;
  }
  for (const file of files) {
    for (const group of file.groups) {
      for (const diagnostic of inGroup(rule, group)) yield { ...diagnostic, file: diagnostic.at.file ?? file.path };
    }
  }
}

function* inGroup(rule: Rule, group: RuleGroup): Iterable<Diagnostic<FieldPlace>> {
  if (rule.subject === "rule-group") {
    yield* diagnose(rule, rule.check(group));
    return;
  }
  if (rule.subject !== "alerting-rule" && rule.subject !== "recording-rule") return;
  for (const subject of group.rules) {
    if (rule.subject === "alerting-rule") {
      if (subject.kind === "alerting-rule") yield* diagnose(rule, rule.check(subject));
    } else if (subject.kind === "recording-rule") yield* diagnose(rule, rule.check(subject));
  }
}
