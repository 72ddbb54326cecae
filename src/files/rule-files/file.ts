import type { AlertingRule, Field, RecordingRule, RuleFile, RuleGroup } from "../../lint/subject.js";
import type { Query } from "../../lint/rule.js";
import type { DocumentReader, Node } from "../document-reader.js";
import { isLogQL } from "../grafana/logql.js";
import { isLimit } from "../yaml/plain-values.js";
import { readDuration, readRule } from "./read-rule.js";
import { checkFields } from "./fields.js";
import { victoriaGroupFields, type RuleFormat } from "./format.js";
import { checkLabels, checkNames } from "./names.js";
import { expressionsOf } from "./shape.js";
import type { Entry } from "../mapping.js";

/** Collects the rules below a `groups` key. `field` is the way to it. */
export function readGroups(reader: DocumentReader, groups: Entry, field: string, format: RuleFormat): void {
  const items = reader.items(groups, "groups").map((item, k): Listed => [item, `${field}[${k}]`]);
  readGroupList(reader, items, format);
}

/** A group or rule, and the way to it. */
export type Listed = readonly [node: Node | undefined, field: string];

/** Collects the rules of some groups. */
export function readGroupList(reader: DocumentReader, items: readonly Listed[], format: RuleFormat): void {
  if (
    areForeign(
      reader,
      items.flatMap(([group]) => expressionsOf(reader, reader.peek(group)?.get("rules"))),
    )
  )
    return;
  const read: RuleGroup[] = [];
  for (const [node, field] of items) {
    const group = node && readGroup(reader, node, prefixOf(field), format);
    if (group) read.push(group);
  }
  checkNames(reader, read, format);
  addFile(reader, read);
}

/** Collects rules that stand in no group. */
export function readRuleList(reader: DocumentReader, list: Node, items: readonly Listed[], format: RuleFormat): void {
  if (
    areForeign(
      reader,
      items.map(([item]) => reader.peek(item)?.get("expr")),
    )
  )
    return;
  const [, first = ""] = items[0] ?? [];
  const rules: (AlertingRule | RecordingRule)[] = [];
  const group: RuleGroup = { name: reader.missing(list, `${first}.group`), labels: new Map(), rules };
  for (const [item, field] of items) {
    const rule = item && readRule(reader, item, prefixOf(field), group, format);
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

/** Queries that have been read, by their field; `undefined` for one that Prometheus rejects. */
export type FieldQueries = ReadonlyMap<string, Query | undefined>;

/**
 * The same file with each rule's `query` filled: one of `known`, or else what `queryOf` answers when it is first asked for.
 * That is given the rule as it was read, and answers `undefined` for an expression that Prometheus rejects.
 */
export function withQueries(
  file: RuleFile,
  queryOf: (rule: AlertingRule | RecordingRule) => Query | undefined,
  known: FieldQueries = new Map(),
): RuleFile {
  const groups = file.groups.map((group) => {
    const rules: (AlertingRule | RecordingRule)[] = [];
    const filled: RuleGroup = { ...group, rules };
    for (const rule of group.rules) {
      const { field } = rule.expr;
      if (known.has(field)) rules.push({ ...rule, group: filled, query: known.get(field) });
      else rules.push(withQuery({ ...rule, group: filled }, () => queryOf(rule)));
    }
    return filled;
  });
  return { ...file, groups };
}

function withQuery(rule: AlertingRule | RecordingRule, read: () => Query | undefined): AlertingRule | RecordingRule {
  let known: { readonly query: Query | undefined } | undefined;
  return Object.defineProperty(rule, "query", { get: () => (known ??= { query: read() }).query, enumerable: true });
}

/** What the ways to the fields of a node begin with. */
function prefixOf(field: string): string {
  return field === "" ? "" : `${field}.`;
}

function readGroup(reader: DocumentReader, node: Node, field: string, fileFormat: RuleFormat): RuleGroup | undefined {
  const entries = reader.entries(node, "group");
  if (!entries) return undefined;

  const meant = checkFields(reader, entries, "group", fileFormat);
  let name = reader.text(entries.get("name"), `${field}name`, "name");
  if (!name?.text) {
    const isMistake = fileFormat.strict && !meant.has("name") && !isCollection(entries.get("name"), name);
    if (isMistake) reader.problem("missing-name", node, "The file is rejected: the group has no `name`");
    name = reader.missing(node, `${field}name`);
  }
  const isVictoria = Array.from(entries.keys()).some((key) => victoriaGroupFields.has(key));
  const format: RuleFormat = isVictoria ? { ...fileFormat, language: "metricsql" } : fileFormat;
  const interval = readDuration(reader, entries, field, "interval", format);
  readDuration(reader, entries, field, "query_offset", format);
  const limit = entries.get("limit");
  if (fileFormat.strict && limit?.value && !isLimit(reader, limit)) {
    reader.problem("wrong-type", limit.value, "The file is rejected: `limit` is no whole number");
  }
  const labels = reader.texts(entries.get("labels"), `${field}labels`, "labels");
  checkLabels(reader, entries.get("labels"), fileFormat);

  const type = reader.peekText(entries.get("type"));
  const rules: (AlertingRule | RecordingRule)[] = [];
  const group: RuleGroup = { name, ...(interval && { interval }), labels, rules };
  if (type !== undefined && type !== "prometheus") return group;
  for (const [k, item] of reader.items(entries.get("rules"), "rules").entries()) {
    const rule = item && readRule(reader, item, `${field}rules[${k}].`, group, format);
    if (rule) rules.push(rule);
  }
  return group;
}

/** Whether a value is there and could not be read as a text, which is reported already. */
function isCollection(entry: Entry | undefined, text: Field | undefined): boolean {
  return entry?.value !== undefined && !text;
}
