import type { AlertingRule, Field, RecordingRule, RuleFile, RuleGroup } from "../lint/subject.js";
import type { Query } from "../lint/rule.js";
import type { DocumentReader, Entries, Node } from "./document-reader.js";
import { checkDuration } from "./duration-field.js";
import { isLogQL } from "./logql.js";
import { isLimit } from "./plain-values.js";
import { checkFields, checkRecordingFields } from "./rule-fields.js";
import { victoriaGroupFields, type RuleFormat } from "./rule-format.js";
import { checkLabels, checkNames, checkRecordName } from "./rule-names.js";
import { expressionsOf } from "./rule-shape.js";
import type { Entry } from "./mapping.js";

/** Collects the rules below a `groups` key. `field` is the way to it. */
export function readGroups(reader: DocumentReader, groups: Entry, field: string, format: RuleFormat): void {
  readGroupList(reader, reader.items(groups, "groups"), field, format);
}

/** Collects the rules of a list of groups. */
export function readGroupList(
  reader: DocumentReader,
  items: readonly (Node | undefined)[],
  field: string,
  format: RuleFormat,
): void {
  if (
    areForeign(
      reader,
      items.flatMap((group) => expressionsOf(reader, reader.peek(group)?.get("rules"))),
    )
  )
    return;
  const read: RuleGroup[] = [];
  for (const [k, node] of items.entries()) {
    const group = node && readGroup(reader, node, `${field}[${k}]`, format);
    if (group) read.push(group);
  }
  checkNames(reader, read, format);
  addFile(reader, read);
}

/** Collects rules that stand in no group. */
export function readRuleList(
  reader: DocumentReader,
  list: Node,
  items: readonly (readonly [item: Node | undefined, field: string])[],
  format: RuleFormat,
): void {
  if (
    areForeign(
      reader,
      items.map(([item]) => reader.peek(item)?.get("expr")),
    )
  )
    return;
  const [, first = ""] = items[0] ?? [];
  const rules: (AlertingRule | RecordingRule)[] = [];
  const group: RuleGroup = { name: reader.missing(list, `${first}.group`), rules };
  for (const [item, field] of items) {
    const rule = item && readRule(reader, item, field, group, format);
    if (rule) rules.push(rule);
  }
  addFile(reader, [group]);
}

/** In a template nobody knows which rules there will be. */
function addFile({ collected }: DocumentReader, groups: readonly RuleGroup[]): void {
  if (!collected.template) collected.ruleFiles.push({ path: collected.path, groups });
}

/** Loki has rule files of the same form. */
function areForeign(reader: DocumentReader, expressions: readonly (Entry | undefined)[]): boolean {
  const foreign = expressions.find((entry) => isLogQL(reader.peekText(entry) ?? ""));
  if (!foreign?.value) return false;
  const message = "These rules are not checked, since they are in LogQL, the language of Loki";
  reader.problem("other-language", foreign.value, message, undefined, "info");
  return true;
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

function readGroup(reader: DocumentReader, node: Node, field: string, fileFormat: RuleFormat): RuleGroup | undefined {
  const entries = reader.entries(node, "group");
  if (!entries) return undefined;

  const meant = checkFields(reader, entries, "group", fileFormat);
  let name = reader.text(entries.get("name"), `${field}.name`, "name");
  if (!name?.text) {
    const isMistake = fileFormat.strict && !meant.has("name") && !isCollection(entries.get("name"), name);
    if (isMistake) reader.problem("missing-name", node, "The file is rejected: the group has no `name`");
    name = reader.missing(node, `${field}.name`);
  }
  const interval = readDuration(reader, entries, field, "interval");
  readDuration(reader, entries, field, "query_offset");
  const limit = entries.get("limit");
  if (fileFormat.strict && limit?.value && !isLimit(reader, limit)) {
    reader.problem("wrong-type", limit.value, "The file is rejected: `limit` is no whole number");
  }
  reader.texts(entries.get("labels"), `${field}.labels`, "labels");
  checkLabels(reader, entries.get("labels"), fileFormat);

  const type = reader.peekText(entries.get("type"));
  const rules: (AlertingRule | RecordingRule)[] = [];
  const group: RuleGroup = { name, ...(interval && { interval }), rules };
  if (type !== undefined && type !== "prometheus") return group;
  const isVictoria = Array.from(entries.keys()).some((key) => victoriaGroupFields.has(key));
  const format: RuleFormat = isVictoria ? { ...fileFormat, language: "metricsql" } : fileFormat;
  for (const [k, item] of reader.items(entries.get("rules"), "rules").entries()) {
    const rule = item && readRule(reader, item, `${field}.rules[${k}]`, group, format);
    if (rule) rules.push(rule);
  }
  return group;
}

/** Whether a value is there and could not be read as a text, which is reported already. */
function isCollection(entry: Entry | undefined, text: Field | undefined): boolean {
  return entry?.value !== undefined && !text;
}

function readDuration(reader: DocumentReader, entries: Entries, field: string, name: string): Field | undefined {
  const text = reader.text(entries.get(name), `${field}.${name}`, name);
  checkDuration(reader, name, entries.get(name), text);
  return text;
}

function readRule(
  reader: DocumentReader,
  node: Node,
  field: string,
  group: RuleGroup,
  format: RuleFormat,
): AlertingRule | RecordingRule | undefined {
  const entries = reader.entries(node, "rule");
  if (!entries) return undefined;

  const meant = checkFields(reader, entries, "rule", format);
  const alert = readName(reader, entries, field, "alert");
  const record = readName(reader, entries, field, "record");
  const expr = readExpr(reader, entries, node, `${field}.expr`, meant);
  const isNameless = !alert && !record && !meant.has("alert") && !meant.has("record");
  if (isNameless) {
    const help = "add `alert: Name` for an alerting rule, or `record: name` for a recording rule";
    reader.problem("no-alert-or-record", node, "The file is rejected: the rule has neither `alert` nor `record`", help);
  }
  if (alert && record) {
    const message = "The file is rejected: the rule has both `alert` and `record`";
    reader.problem("alert-and-record", entries.get("record")?.key ?? node, message, "make two rules of it");
  }
  const labels = reader.texts(entries.get("labels"), `${field}.labels`, "labels");
  checkLabels(reader, entries.get("labels"), format);
  const holds = readDuration(reader, entries, field, "for");
  const keepFiringFor = readDuration(reader, entries, field, "keep_firing_for");
  const annotations = reader.texts(entries.get("annotations"), `${field}.annotations`, "annotations");
  checkLabels(reader, entries.get("annotations"), format, "annotation");
  if (record && !alert) {
    checkRecordingFields(reader, entries, format);
    checkRecordName(reader, entries.get("record"), record);
  }
  if (!expr) return undefined;

  const base = { expr, labels, group };
  const rule: AlertingRule | RecordingRule | undefined = alert
    ? {
        kind: "alerting-rule",
        ...base,
        alert,
        ...(holds && { for: holds }),
        ...(keepFiringFor && { keepFiringFor }),
        annotations,
      }
    : record && { kind: "recording-rule", ...base, record };
  const sound = alert && record ? undefined : rule;
  const language = format.language === "metricsql" ? format.language : undefined;
  const use = alert ? "alert" : "record";
  reader.query(entries.get("expr"), expr, use, sound, language);
  for (const other of reader.collected.template ? reader.all(node, "expr").slice(1) : []) {
    const text = reader.text(other, `${field}.expr`, "expr");
    if (text) reader.query(other, text, use, sound, language);
  }
  return sound;
}

/** Prometheus takes an empty name for none. */
function readName(
  reader: DocumentReader,
  entries: Entries,
  field: string,
  name: "alert" | "record",
): Field | undefined {
  const text = reader.text(entries.get(name), `${field}.${name}`, name);
  return text?.text === "" ? undefined : text;
}

function readExpr(
  reader: DocumentReader,
  entries: Entries,
  node: Node,
  field: string,
  meant: ReadonlySet<string>,
): Field | undefined {
  const entry = entries.get("expr");
  const expr = reader.text(entry, field, "expr");
  if (expr && expr.text !== "") return expr;
  if ((!entry?.value || expr) && !meant.has("expr")) {
    const message = "The file is rejected: the rule has no `expr`";
    reader.problem("missing-expr", entry?.key ?? node, message, "add `expr:` with a query");
  }
  return undefined;
}
