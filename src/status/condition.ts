import type { RelabelRule } from "../relabel/rule.js";

/** What a relabel rule asks of one label: the texts that it accepts, or a pattern that is more than a list of texts. */
export interface Condition {
  readonly label: string;
  readonly texts?: readonly string[];
  readonly pattern: string;
}

/**
 * The conditions that a `keep` or `drop` sets on its source labels, one for each; a single one for all of them, named by
 * the separator, where the pattern cannot be told apart. What only says that a label is there, beside the label, is left out.
 */
export function conditionsOf({ sourceLabels, separator, regex }: RelabelRule): readonly Condition[] {
  const parts = sourceLabels.length > 1 && separator !== "" ? splitPattern(regex, separator) : [regex];
  if (parts.length !== sourceLabels.length) return [conditionOn(sourceLabels.join(separator), regex)];
  const conditions = sourceLabels.map((label, k) => conditionOn(label, parts[k] ?? ""));
  return conditions.filter(({ label, pattern }) => !(pattern === "true" && isMarkOf(label, sourceLabels)));
}

/** The labels of the conditions, whose values tell why a rule drops. */
export function decidingLabels(rule: RelabelRule): readonly string[] {
  const shown = conditionsOf(rule).map(({ label }) => label);
  return shown.every((label) => rule.sourceLabels.includes(label)) ? shown : rule.sourceLabels;
}

/** Whether a label says that another of these is there: `…_labelpresent_app` beside `…_label_app`. */
function isMarkOf(label: string, labels: readonly string[]): boolean {
  const marked = label.replace(/_(label|annotation)present_/, "_$1_");
  return marked !== label && labels.includes(marked);
}

function conditionOn(label: string, pattern: string): Condition {
  const inner = /^\(([^()]*)\)$/.exec(pattern)?.[1] ?? pattern;
  const texts = inner.split("|").map(literalText);
  return { label, pattern, ...(texts.every((text) => text !== undefined) && { texts }) };
}

/** The text that a pattern stands for, where it stands for one only. */
function literalText(pattern: string): string | undefined {
  const isLiteral = /^(?:[^\\.*+?()[\]{}|^$]|\\[\\.*+?()[\]{}|^$/-])*$/.test(pattern);
  return isLiteral ? pattern.replace(/\\(.)/g, "$1") : undefined;
}

/** Splits at separators that stand in no group and no class. */
function splitPattern(pattern: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === "\\") at++;
    else if (character === "(" || character === "[") depth++;
    else if (character === ")" || character === "]") depth--;
    else if (depth === 0 && character === "|") return [pattern];
    else if (depth === 0 && pattern.startsWith(separator, at)) {
      parts.push(pattern.slice(from, at));
      from = at + separator.length;
      at = from - 1;
    }
  }
  return [...parts, pattern.slice(from)];
}
