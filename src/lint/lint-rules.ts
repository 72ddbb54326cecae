import { diagnose } from "./lint.js";
import type { Diagnostic, Rule } from "./rule.js";
import type { FieldPlace, RuleFile } from "./subject.js";

/** A diagnostic of a rule file, and the file. */
export interface RuleDiagnostic extends Diagnostic<FieldPlace> {
  /** The path of the rule file. */
  readonly file: string;
}

/**
 * What the rules on alerting rules, recording rules and rule files find. All files that belong together are given at
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
  if (rule.subject !== "alerting-rule" && rule.subject !== "recording-rule") return;
  for (const file of files) {
    for (const subject of file.groups.flatMap((group) => group.rules)) {
      const found =
        rule.subject === "alerting-rule"
          ? subject.kind === "alerting-rule" && diagnose(rule, rule.check(subject))
          : subject.kind === "recording-rule" && diagnose(rule, rule.check(subject));
      for (const diagnostic of found || []) yield { ...diagnostic, file: diagnostic.at.file ?? file.path };
    }
  }
}
