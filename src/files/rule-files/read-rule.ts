import type { AlertingRule, Field, RecordingRule, RuleGroup } from "../../lint/subject.js";
import type { DocumentReader, Entries, Node } from "../document-reader.js";
import { checkDuration } from "./duration-field.js";
import { checkFields, checkRecordingFields } from "./fields.js";
import type { RuleFormat } from "./format.js";
import { checkLabels, checkRecordName } from "./names.js";

/** Reads a duration, and reports a text that is none. `field` is what the way to it begins with. */
export function readDuration(
  reader: DocumentReader,
  entries: Entries,
  field: string,
  name: string,
  { language }: RuleFormat,
): Field | undefined {
  const text = reader.text(entries.get(name), `${field}${name}`, name);
  checkDuration(reader, name, entries.get(name), text, language);
  return text;
}

/** Collects a rule; `undefined` where it is no sound one. `field` is what the ways to its fields begin with. */
export function readRule(
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
  const expr = readExpr(reader, entries, node, `${field}expr`, meant);
  const isNameless = !alert && !record && !meant.has("alert") && !meant.has("record");
  if (isNameless) {
    const help = "add `alert: Name` for an alerting rule, or `record: name` for a recording rule";
    reader.problem("no-alert-or-record", node, "The file is rejected: the rule has neither `alert` nor `record`", help);
  }
  if (alert && record) {
    const message = "The file is rejected: the rule has both `alert` and `record`";
    reader.problem("alert-and-record", entries.get("record")?.key ?? node, message, "make two rules of it");
  }
  const labels = reader.texts(entries.get("labels"), `${field}labels`, "labels");
  checkLabels(reader, entries.get("labels"), format);
  const holds = readDuration(reader, entries, field, "for", format);
  const keepFiringFor = readDuration(reader, entries, field, "keep_firing_for", format);
  const annotations = reader.texts(entries.get("annotations"), `${field}annotations`, "annotations");
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
  for (const entry of reader.collected.template ? reader.all(node, "expr") : [entries.get("expr")]) {
    const text = reader.text(entry, `${field}expr`, "expr");
    if (text) reader.query(entry, text, use, sound, language);
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
  const text = reader.text(entries.get(name), `${field}${name}`, name);
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
