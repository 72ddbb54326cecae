import type { CountedName, DroppedTarget } from "../prometheus/index.js";
import { type PrometheusMajor, relabel } from "../relabel/relabel.js";
import type { RelabelRule } from "../relabel/rule.js";
import type { JobConfiguration } from "./configuration.js";
import { conditionsOf, decidingLabels } from "./condition.js";
import { kubernetesMeaning, missingValue } from "./kubernetes-words.js";
import { vanishedTargets } from "./static-targets.js";

/**
 * Targets of a job that were dropped for one reason. `rule`: a relabel rule did it; `kept`: the rules would keep them now;
 * `unlisted`: the server counts them and does not tell which; `unread`: nobody knows the rules. Two that the server shows
 * nowhere: `no-address`: relabelling took their address; `duplicate`: their labels became those of another target.
 */
export interface DroppedGroup {
  readonly cause: "rule" | "kept" | "unlisted" | "unread" | "no-address" | "duplicate";
  readonly count: number;
  /** What happened, in a sentence. */
  readonly message: string;
  /** What the rule stands for on Kubernetes. */
  readonly meaning?: string | undefined;
  readonly rule?: DroppingRule | undefined;
}

/** A relabel rule, and what the targets had that it dropped. */
export interface DroppingRule {
  /** Its place in `relabel_configs`, from 1. */
  readonly number: number;
  readonly action: RelabelRule["action"];
  readonly sourceLabels: readonly string[];
  readonly regex: string;
  /** The values of the labels that decide, joined by the separator, most frequent first. */
  readonly values: readonly CountedName[];
}

/** Why targets of a job were dropped, in the order of the rules that did it. */
export function explainDropped(
  job: string,
  targets: readonly DroppedTarget[],
  configuration: JobConfiguration | undefined,
  major: PrometheusMajor,
): readonly DroppedGroup[] {
  const rules = configuration?.rules;
  if (targets.length === 0) return [];
  if (!rules) return [unread(targets.length, "the server does not show its relabel rules")];
  if ("index" in rules)
    return [unread(targets.length, `its relabel rule ${rules.index + 1} cannot be run: ${rules.reason}`)];

  const runs = targets.map(({ discoveredLabels }) => relabel(new Map(Object.entries(discoveredLabels)), rules, major));
  const kept = runs.filter(({ droppedBy }) => droppedBy === undefined).length;
  const groups = rules.flatMap((rule, index) => {
    const dropped = runs.flatMap(({ labels, droppedBy }) => (droppedBy === index ? [labels] : []));
    return dropped.length > 0 ? [droppedByRule(job, rule, index + 1, dropped)] : [];
  });
  return kept === 0 ? groups : [...groups, keptByRules(kept)];
}

/** What is said of targets that a server counts and does not list. */
export function unlistedGroup(count: number, limit: number | undefined): DroppedGroup {
  const why = limit === undefined ? "" : `, since \`keep_dropped_targets\` is ${limit}`;
  return { cause: "unlisted", count, message: `the server counts them and does not list them${why}` };
}

/** What is said of the targets of a configuration that a server shows neither as active nor as dropped. */
export function vanishedGroups(
  configuration: JobConfiguration | undefined,
  major: PrometheusMajor,
): readonly DroppedGroup[] {
  const { staticTargets = [], rules = [] } = configuration ?? {};
  if ("index" in rules) return [];
  const { withoutAddress, duplicates } = vanishedTargets(staticTargets, rules, major);
  const noAddress = "the relabel rules leave no `__address__`, so there is nothing to scrape";
  const duplicate = "after relabelling their labels are those of another target, of which one is scraped";
  const groups: readonly DroppedGroup[] = [
    { cause: "no-address", count: withoutAddress, message: noAddress },
    { cause: "duplicate", count: duplicates, message: duplicate },
  ];
  return groups.filter(({ count }) => count > 0);
}

function unread(count: number, message: string): DroppedGroup {
  return { cause: "unread", count, message };
}

function keptByRules(count: number): DroppedGroup {
  const message = "the relabel rules of the configuration keep them: it was changed a moment ago, or discovery was";
  return { cause: "kept", count, message };
}

function droppedByRule(
  job: string,
  rule: RelabelRule,
  number: number,
  targets: readonly ReadonlyMap<string, string>[],
): DroppedGroup {
  const { action, sourceLabels, regex } = rule;
  const deciding = decidingLabels(rule);
  const values = countedValues(targets, deciding, rule.separator);
  const has = action === "keep" || action === "keepequal" || values.length > 1 ? hasText(values, deciding) : "";
  return {
    cause: "rule",
    count: targets.length,
    message: `relabel rule ${number} ${deedOf(rule)}${has}`,
    meaning: kubernetesMeaning(job, rule),
    rule: { number, action, sourceLabels, regex, values },
  };
}

/** Such as ``keeps only `port` = `metrics` ``. */
function deedOf(rule: RelabelRule): string {
  const names = `\`${rule.sourceLabels.join(rule.separator)}\``;
  const verb = rule.action.startsWith("keep") ? "keeps only" : "drops";
  if (rule.action.endsWith("equal")) return `${verb} what has the same value in ${names} and \`${rule.targetLabel}\``;
  const conditions = conditionsOf(rule).map(({ label, texts, pattern }) =>
    texts
      ? `\`${label}\` = ${texts.map((text) => `\`${text}\``).join(" or ")}`
      : `\`${label}\` matching \`${pattern}\``,
  );
  return `${verb} ${conditions.join(" with ") || "what an empty text matches"}`;
}

/** Longer lists of values say no more. */
const mostValues = 3;

function hasText(values: readonly CountedName[], labels: readonly string[]): string {
  const isOne = values.length === 1;
  const shown = values.slice(0, mostValues).map(({ name, count }) => {
    const value = name === "" ? missingValue(labels.at(-1) ?? "") : `\`${name}\``;
    return isOne ? value : `${value} (${count})`;
  });
  const rest = values.length - mostValues;
  const total = values.reduce((sum, { count }) => sum + count, 0);
  const more = rest > 0 ? ` and ${rest} more` : "";
  return `; ${total === 1 ? "this one has" : "these have"} ${shown.join(", ")}${more}`;
}

/** The joined values of labels; empty where none of them has one. */
function countedValues(
  targets: readonly ReadonlyMap<string, string>[],
  labels: readonly string[],
  separator: string,
): readonly CountedName[] {
  const counts = new Map<string, number>();
  for (const target of targets) {
    const values = labels.map((label) => target.get(label) ?? "");
    const joined = values.every((value) => value === "") ? "" : values.join(separator);
    counts.set(joined, (counts.get(joined) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}
