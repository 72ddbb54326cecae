import { matchesPattern } from "../promql/regex.js";
import type { Lists, ListsOption } from "./options.js";
import type { Finding } from "./rule.js";
import { ruleLabels } from "./rule-labels.js";
import type { AlertingRule, Field, FieldPlace } from "./subject.js";
import { wholeField } from "./whole-field.js";

/** What a team asks of the labels or annotations of its alerts. */
export interface Required {
  /** The names that every alert must have. */
  readonly names: readonly string[];
  /** By the value of the label `severity`, the names that such alerts must have as well. */
  readonly bySeverity: Lists;
  /** By name, patterns of RE2 of which the whole text must match one. */
  readonly values: Lists;
}

/** The options of a rule that asks for labels or annotations, but for the names that every alert must have. */
export function requiredOptions(what: "label" | "annotation"): Readonly<Record<"bySeverity" | "values", ListsOption>> {
  const items = { type: "string" } as const;
  return {
    bySeverity: {
      type: "object",
      additionalProperties: { type: "array", items },
      description: `By severity, the ${what}s that such an alert must have as well`,
      default: {},
    },
    values: {
      type: "object",
      additionalProperties: { type: "array", items: { ...items, format: "re2" } },
      description: `By ${what}, patterns of which the whole text must match one, where the ${what} is there`,
      default: {},
    },
  };
}

/** What an alerting rule lacks. A text with a template in it may be anything, and is taken to be right. */
export function* requiredTexts(
  rule: AlertingRule,
  what: "label" | "annotation",
  { names, bySeverity, values }: Required,
): Iterable<Finding<FieldPlace>> {
  const labels = ruleLabels(rule);
  const texts = what === "label" ? labels : rule.annotations;
  const severity = labels.get("severity")?.text ?? "";
  const ofSeverity = Object.hasOwn(bySeverity, severity) ? (bySeverity[severity] ?? []) : [];
  for (const name of new Set([...names, ...ofSeverity])) {
    if (texts.get(name)?.text.trim()) continue;
    const isOfAll = names.includes(name);
    yield {
      at: wholeField(rule.alert),
      message: `the alert has no ${what} \`${name}\`${isOfAll ? "" : `, and its severity is \`${severity}\``}`,
      help: `add \`${name}\` below \`${what}s\``,
    };
  }
  for (const [name, patterns] of Object.entries(values)) {
    const text = texts.get(name);
    if (!text || fits(text, patterns)) continue;
    yield {
      at: wholeField(text),
      message: `the ${what} \`${name}\` is none of those that are asked for`,
      help: `write what matches ${patterns.map((pattern) => `\`${pattern}\``).join(" or ")}`,
    };
  }
}

function fits({ text }: Field, patterns: readonly string[]): boolean {
  if (text.trim() === "" || text.includes("{{") || patterns.length === 0) return true;
  return patterns.some((pattern) => matchesPattern(pattern, text) !== false);
}
