import type { DocumentReader, Entries, Node } from "../files/document-reader.js";
import { readGroups } from "../files/rule-files/file.js";
import { groupFields, prometheusRules, ruleFields } from "../files/rule-files/format.js";
import type { Label } from "../engine/labels.js";
import type { AlertingRule, Field, RecordingRule, RuleGroup } from "../lint/subject.js";
import { parseDuration } from "../promql/durations.js";
import type { Feature } from "../promql/features.js";
import { parseNumber } from "../promql/numbers.js";
import type { Problem } from "../syntax/problem.js";
import { ruleTemplates } from "../templates/rule-templates.js";
import { openDocument } from "./open-document.js";
import { queryMistake } from "./query-mistake.js";
import type { TestedGroup, TestedRule } from "./rule-set.js";
import { strictEntries } from "./yaml-fields.js";

/** The groups of a rule file, and why Prometheus rejects it; the places are spans of its text. */
export interface LoadedRules {
  readonly groups: readonly TestedGroup[];
  readonly problems: readonly Problem[];
}

/** Reads a rule file as a server does that has these feature flags. */
export function loadRules(path: string, text: string, features: readonly Feature[]): LoadedRules {
  const reader = openDocument(path, text);
  const { collected, root } = reader;
  const top = root && strictEntries(reader, root, "a rule file", ["groups"]);
  const entry = top?.get("groups");
  if (entry) readGroups(reader, entry, "groups", prometheusRules);
  const items = reader.peekItems(entry);
  for (const item of items) checkOwnFields(reader, item);
  const groups = collected.ruleFiles.flatMap((file) => file.groups);
  const problems = [
    ...collected.problems.filter(({ severity, code }) => severity === "error" || code === "other-language"),
    ...queryProblems(reader, features),
    ...groups.flatMap((group) => group.rules.flatMap((rule) => templateProblems(reader, rule))),
  ].sort((a, b) => a.at.from - b.at.from);
  const sources = items.flatMap((item) => reader.peek(item) ?? []);
  return { groups: groups.map((group, k) => testedGroup(reader, group, sources[k] ?? new Map())), problems };
}

/** Fields that other servers know, and promtool rejects. */
function checkOwnFields(reader: DocumentReader, item: Node | undefined): void {
  const group = reader.peek(item);
  for (const [name, entry] of group ?? [])
    if (!groupFields.includes(name)) reportField(reader, "group", name, entry.key);
  for (const rule of reader.peekItems(group?.get("rules"))) {
    for (const [name, entry] of reader.peek(rule) ?? []) {
      if (!ruleFields.includes(name)) reportField(reader, "rule", name, entry.key);
    }
  }
}

function reportField(reader: DocumentReader, what: string, name: string, key: Node): void {
  const { from } = reader.spanOf(key);
  if (reader.collected.problems.some(({ code, at }) => code === "unknown-field" && at.from === from)) return;
  const message = `The file is rejected: a ${what} of Prometheus has no field \`${name}\``;
  reader.problem("unknown-field", key, message, "remove it, or test without it");
}

function queryProblems({ collected }: DocumentReader, features: readonly Feature[]): readonly Problem[] {
  return collected.queries.flatMap(({ text, map }) => {
    const problem = queryMistake(text, features);
    return problem ? [{ ...problem, at: map.span(problem.at) }] : [];
  });
}

function templateProblems({ collected }: DocumentReader, rule: AlertingRule | RecordingRule): readonly Problem[] {
  if (rule.kind === "recording-rule") return [];
  return ruleTemplates(rule).flatMap(({ problem, at }) => {
    if (!problem) return [];
    const { field, span } = at(problem.at);
    return [{ ...problem, at: collected.fields.get(field)?.span(span) ?? { from: 0, to: 0 } }];
  });
}

function testedGroup(reader: DocumentReader, { name, labels, rules }: RuleGroup, source: Entries): TestedGroup {
  const limit = parseNumber(reader.peekText(source.get("limit"))?.replace(/^\+/, "") ?? "0") ?? 0;
  return {
    name: name.text,
    queryOffset: milliseconds(reader.peekText(source.get("query_offset"))),
    limit: Math.trunc(limit),
    rules: rules.map((rule) => testedRule(rule, labels)),
  };
}

function testedRule(rule: AlertingRule | RecordingRule, ofGroup: RuleGroup["labels"]): TestedRule {
  const labels = labelsOfFields(new Map([...ofGroup, ...rule.labels]));
  const query = rule.expr.text;
  if (rule.kind === "recording-rule") return { kind: "record", name: rule.record.text, query, labels };
  return {
    kind: "alert",
    name: rule.alert.text,
    query,
    labels,
    holds: milliseconds(rule.for?.text),
    keepFiring: milliseconds(rule.keepFiringFor?.text),
    annotations: labelsOfFields(rule.annotations),
  };
}

function labelsOfFields(fields: ReadonlyMap<string, Field>): readonly Label[] {
  return Array.from(fields, ([name, { text }]): Label => [name, text]);
}

function milliseconds(text: string | undefined): number {
  const seconds = parseDuration(text ?? "");
  return typeof seconds === "number" ? Math.round(seconds * 1000) : 0;
}
