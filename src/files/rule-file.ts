import type { AlertingRule, Field, RecordingRule, RuleFile, RuleGroup } from "../lint/subject.js";
import type { Query } from "../lint/rule.js";
import type { DocumentReader, Entries, Node } from "./document-reader.js";
import type { Entry } from "./mapping.js";

/** Collects the rules below a `groups` key. `field` is the way to it. */
export function readGroups(reader: DocumentReader, groups: Entry, field: string): void {
  const read: RuleGroup[] = [];
  for (const [k, node] of reader.items(groups, "groups").entries()) {
    const group = node && readGroup(reader, node, `${field}[${k}]`);
    if (group) read.push(group);
  }
  reader.collected.ruleFiles.push({ path: reader.collected.path, groups: read });
}

/**
 * The same file with each rule's `query` filled. `queryOf` is given the rule as it was read, and answers `undefined` for
 * an expression that Prometheus rejects.
 */
export function withQueries(
  file: RuleFile,
  queryOf: (rule: AlertingRule | RecordingRule) => Query | undefined,
): RuleFile {
  const groups = file.groups.map((group) => {
    const rules: (AlertingRule | RecordingRule)[] = [];
    const filled: RuleGroup = { ...group, rules };
    for (const rule of group.rules) {
      const query = queryOf(rule);
      rules.push({ ...rule, group: filled, ...(query && { query }) });
    }
    return filled;
  });
  return { ...file, groups };
}

function readGroup(reader: DocumentReader, node: Node, field: string): RuleGroup | undefined {
  const entries = reader.entries(node, "group");
  if (!entries) return undefined;

  let name = reader.text(entries.get("name"), `${field}.name`, "name");
  if (!name) {
    reader.problem("missing-name", node, "The file is rejected: the group has no `name`");
    name = reader.missing(node, `${field}.name`);
  }
  const interval = reader.text(entries.get("interval"), `${field}.interval`, "interval");
  const rules: (AlertingRule | RecordingRule)[] = [];
  const group: RuleGroup = { name, ...(interval && { interval }), rules };
  for (const [k, item] of reader.items(entries.get("rules"), "rules").entries()) {
    const rule = item && readRule(reader, item, `${field}.rules[${k}]`, group);
    if (rule) rules.push(rule);
  }
  return group;
}

function readRule(
  reader: DocumentReader,
  node: Node,
  field: string,
  group: RuleGroup,
): AlertingRule | RecordingRule | undefined {
  const entries = reader.entries(node, "rule");
  if (!entries) return undefined;

  const alert = reader.text(entries.get("alert"), `${field}.alert`, "alert");
  const record = reader.text(entries.get("record"), `${field}.record`, "record");
  const expr = readExpr(reader, entries, node, `${field}.expr`);
  const nameless = !alert && !record;
  if (nameless) {
    const help = "add `alert: Name` for an alerting rule, or `record: name` for a recording rule";
    reader.problem("no-alert-or-record", node, "The file is rejected: the rule has neither `alert` nor `record`", help);
  }
  if (alert && record) {
    const message = "The file is rejected: the rule has both `alert` and `record`";
    reader.problem("alert-and-record", entries.get("record")?.key ?? node, message, "make two rules of it");
  }
  if (!expr) return undefined;

  const labels = reader.texts(entries.get("labels"), `${field}.labels`, "labels");
  const base = { expr, labels, group };
  const rule = alert ? alertingRule(reader, entries, field, { ...base, alert }) : record && recordingRule(base, record);
  const sound = alert && record ? undefined : rule;
  reader.query(entries.get("expr"), expr, alert ? "alert" : "record", sound);
  return sound;
}

function readExpr(reader: DocumentReader, entries: Entries, node: Node, field: string): Field | undefined {
  const entry = entries.get("expr");
  const expr = reader.text(entry, field, "expr");
  if (!expr && !entry?.value) {
    const message = "The file is rejected: the rule has no `expr`";
    reader.problem("missing-expr", entry?.key ?? node, message, "add `expr:` with a query");
  }
  return expr;
}

function alertingRule(
  reader: DocumentReader,
  entries: Entries,
  field: string,
  rule: Pick<AlertingRule, "expr" | "labels" | "group" | "alert">,
): AlertingRule {
  const holds = reader.text(entries.get("for"), `${field}.for`, "for");
  const keepFiringFor = reader.text(entries.get("keep_firing_for"), `${field}.keep_firing_for`, "keep_firing_for");
  const annotations = reader.texts(entries.get("annotations"), `${field}.annotations`, "annotations");
  return {
    kind: "alerting-rule",
    ...rule,
    ...(holds && { for: holds }),
    ...(keepFiringFor && { keepFiringFor }),
    annotations,
  };
}

function recordingRule(rule: Pick<RecordingRule, "expr" | "labels" | "group">, record: Field): RecordingRule {
  return { kind: "recording-rule", ...rule, record };
}
