import type { Call, Token } from "../../syntax/ast.js";
import { type Branch, labelOf, withFewerLabels, withLabel, withLabels } from "./branch.js";
import { type Cause, eitherFact, fact, isImpossible, type LabelFact } from "./label-fact.js";
import { matchesEmptyText } from "../matchers/empty-pattern.js";
import { stringArgument } from "./string-argument.js";
import { anyValue, intersect, mayBe, noValue, onlyValues, someValue, type ValueSet } from "../values/value-set.js";

/**
 * The result of `label_replace` for series of a branch: where the pattern matches the whole value of the source, the label
 * is set, or removed if the replacement is empty; where it does not, nothing changes.
 */
export function labelReplaceBranch(call: Call, branch: Branch): Branch {
  const [, target, replacement, source, pattern] = call.args.map(stringArgument);
  if (!target || target.variable) return anyRewritten(call, branch);
  const cause = { why: "`label_replace()` may set it", span: target.span };
  const before = labelOf(branch, target.text);
  const unknown = !replacement || !source || !pattern || source.variable || pattern.variable;
  if (unknown || isTooLong(pattern)) return withLabel(branch, target.text, fact(anyValue, cause));

  const from = sourceOf(branch, source.text);
  const matches = matching(from, pattern.text);
  if (matches === "never") return branch;
  const values = replacedValues(replacement, from, pattern.text);
  const why = matches === "always" ? whyOf("label_replace", values) : cause.why;
  const set = fact(values, { ...cause, why });
  return withLabel(branch, target.text, matches === "always" ? set : eitherFact(fact(before.values, cause), set));
}

function isTooLong({ text }: Token): boolean {
  return text.length > 4000;
}

/** No label has an empty name: `label_replace(x, "a", "b", "", "")` sets `a` on every series. */
function sourceOf(branch: Branch, name: string): LabelFact {
  return name === "" ? fact(noValue, branch.others) : labelOf(branch, name);
}

type Matches = "always" | "sometimes" | "never";

/** Whether a pattern matches the values of a label, where that can be told without reading the pattern. */
function matching(from: LabelFact, pattern: string): Matches {
  if (/^\(?\.\*\)?$/.test(pattern)) return "always";
  if (/^\(?\.\+\)?$/.test(pattern) && from.presence === "guaranteed") return "always";
  if (!isImpossible(from)) return "sometimes";
  return matchesEmptyText(pattern) ? "always" : "never";
}

/** The values that a replacement makes of a label; `$1` of a whole value is that value. */
function replacedValues({ text, variable }: Token, from: LabelFact, pattern: string): ValueSet {
  if (!text.includes("$") && !variable) return onlyValues(text);
  const copies = text === "$1" || text === "${1}";
  if (copies && pattern === "(.*)") return from.values;
  if (copies && pattern === "(.+)") return intersect(from.values, someValue);
  return anyValue;
}

/**
 * The result of `label_join` for series of a branch: the label is set to the values of the sources with the separator
 * between them, or removed if that is empty.
 */
export function labelJoinBranch(call: Call, branch: Branch): Branch {
  const [, target, separator, ...sources] = call.args.map(stringArgument);
  if (!target || target.variable) return anyRewritten(call, branch);
  const values = joinedValues(branch, separator, sources);
  return withLabel(branch, target.text, fact(values, { why: whyOf("label_join", values), span: target.span }));
}

function joinedValues(branch: Branch, separator: Token | undefined, sources: readonly (Token | undefined)[]): ValueSet {
  const facts = sources.map((source) => (source && !source.variable ? labelOf(branch, source.text) : undefined));
  const [first] = facts;
  if (facts.length === 0) return noValue;
  if (facts.length === 1 && first) return first.values;
  const separated = separator && !separator.variable && separator.text !== "" && facts.length > 1;
  if (separated || facts.some((each) => each?.presence === "guaranteed")) return someValue;
  const empty = separator && !separator.variable && facts.every((each) => each && isImpossible(each));
  return empty ? noValue : anyValue;
}

function whyOf(name: string, values: ValueSet): string {
  if (!mayBe(values, "")) return `\`${name}()\` sets it`;
  return values === noValue || values.kind === "only"
    ? `\`${name}()\` removes it`
    : `\`${name}()\` sets it, or removes it`;
}

function anyRewritten(call: Call, branch: Branch): Branch {
  const cause: Cause = { why: "a Grafana variable names the label that is set", span: call.args[1]?.span ?? call.span };
  return withLabels(withFewerLabels(branch), new Map(), fact(anyValue, cause));
}
