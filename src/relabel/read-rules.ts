import { patternMistake } from "../promql/regex.js";
import { isObject, type JsonObject } from "../schema/object.js";
import { defaultRelabelRule, type RelabelAction, relabelActions, type RelabelRule } from "./rule.js";

/** What keeps a list of relabel rules from being run: the index of the first that is wrong, and why. */
export interface UnreadRule {
  readonly index: number;
  readonly reason: string;
}

/**
 * Reads `relabel_configs` as YAML gave them. `printed` says that Prometheus itself wrote them out, as it does in answer
 * to `/api/v1/status/config`: then a separator or a replacement that is not there is empty, and not the default.
 */
export function readRelabelRules(
  data: unknown,
  { printed = false }: { readonly printed?: boolean } = {},
): readonly RelabelRule[] | UnreadRule {
  const rules: RelabelRule[] = [];
  for (const [index, item] of (Array.isArray(data) ? data : []).entries()) {
    const rule = isObject(item) ? readRule(item, printed) : "it is no mapping";
    if (typeof rule === "string") return { index, reason: rule };
    rules.push(rule);
  }
  return rules;
}

/** A rule, or why it is none. */
function readRule(item: JsonObject, printed: boolean): RelabelRule | string {
  const action = textOf(item["action"], defaultRelabelRule.action).toLowerCase();
  if (!isAction(action)) return `\`${action}\` is no action`;
  const modulus = Number(item["modulus"] ?? 0);
  if (action === "hashmod" && !(Number.isSafeInteger(modulus) && modulus > 0))
    return "its modulus is no number above 0";
  const regex = textOf(item["regex"], "regex" in item ? "" : defaultRelabelRule.regex);
  const mistake = patternMistake(regex);
  if (mistake !== undefined) return `its regular expression is not valid: ${mistake}`;
  const sources = item["source_labels"];
  return {
    action,
    sourceLabels: Array.isArray(sources) ? sources.map((name) => textOf(name, "")) : [],
    separator: textOf(item["separator"], printed ? "" : defaultRelabelRule.separator),
    regex,
    modulus,
    targetLabel: textOf(item["target_label"], ""),
    replacement: textOf(item["replacement"], printed ? "" : defaultRelabelRule.replacement),
  };
}

/** A number or a word such as `true` stands for its text. */
function textOf(value: unknown, missing: string): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : missing;
}

function isAction(text: string): text is RelabelAction {
  return relabelActions.has(text);
}
