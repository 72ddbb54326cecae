import { didYouMean } from "../../promql/spelling.js";
import type { Fix } from "../../syntax/problem.js";
import type { DocumentReader, Entries, Node } from "../document-reader.js";
import type { Entry } from "../mapping.js";
import {
  groupFields,
  otherGroupFields,
  ruleFields,
  victoriaGroupFields,
  victoriaRuleFields,
  type RuleFormat,
} from "./format.js";

/**
 * Reports the keys of a group or rule that are no fields of it, and returns the fields that were meant by them. So what
 * is misspelt is not reported as missing too.
 */
export function checkFields(
  reader: DocumentReader,
  entries: Entries,
  what: "group" | "rule",
  format: RuleFormat,
): ReadonlySet<string> {
  const meant = new Set<string>();
  if (!format.strict) return meant;
  const fields = what === "group" ? groupFields : ruleFields;
  for (const [name, entry] of entries) {
    if (fields.includes(name) || isOfOthers(name, what)) continue;
    const near = didYouMean(name, fields);
    const isFree = near !== undefined && !entries.has(near) && !meant.has(near);
    if (isFree) meant.add(near);
    const message = `The file is rejected: a ${what} has no field \`${name}\``;
    const help =
      near === undefined ? placeOf(name, what) : isFree ? undefined : `remove it: \`${near}\` is there already`;
    const fixes = isFree ? [rename(reader, entry.key, near)] : [];
    reader.problem("unknown-field", entry.key, message, help, "error", fixes);
  }
  return meant;
}

/** Reports a key that is meant for `groups`, and is another. */
export function checkGroupsKey(reader: DocumentReader, [name, { key }]: readonly [string, Entry], what: string): void {
  const fixes = [rename(reader, key, "groups")];
  reader.problem("unknown-field", key, `${what} \`${name}\``, undefined, "error", fixes);
}

/** Reports what only an alerting rule may have. Prometheus takes it where it says nothing: `for: 0s`, no annotations. */
export function checkRecordingFields(reader: DocumentReader, entries: Entries, format: RuleFormat): void {
  if (!format.strict) return;
  for (const name of ["for", "keep_firing_for", "annotations"]) {
    const entry = entries.get(name);
    if (!entry?.value || isIdle(reader, entry)) continue;
    const message = `The file is rejected: \`${name}\` belongs to an alerting rule, and this one records`;
    reader.problem("misplaced-field", entry.key, message, "remove it, or write `alert` instead of `record`");
  }
}

function isIdle(reader: DocumentReader, entry: Entry): boolean {
  if (reader.peek(entry.value)?.size === 0) return true;
  return /^0+(?:y|w|d|h|m|s|ms)?$/.test(reader.peekText(entry) ?? "");
}

function isOfOthers(name: string, what: "group" | "rule"): boolean {
  if (what === "rule") return victoriaRuleFields.has(name);
  return otherGroupFields.has(name) || victoriaGroupFields.has(name);
}

/** Where a key belongs that is the usual name of a label or an annotation. */
function placeOf(name: string, what: "group" | "rule"): string | undefined {
  if (what === "group") return ruleFields.includes(name) ? "put it into a rule" : undefined;
  if (groupFields.includes(name)) return "put it beside the `name` of the group";
  return annotations.test(name)
    ? "put it below `annotations`"
    : labels.test(name)
      ? "put it below `labels`"
      : undefined;
}

const annotations = /^(?:summary|description|message|title|runbook|runbook_url|dashboard|dashboard_url)$/;
const labels = /^(?:severity|team|priority|owner|service|component|environment|env|cluster|tier|channel)$/;

/** The key in the quotes that it has. */
function rename(reader: DocumentReader, key: Node, name: string): Fix {
  const at = reader.spanOf(key);
  const quote = /^["']/.exec(reader.collected.text.slice(at.from, at.to))?.[0] ?? "";
  return { title: `Use \`${name}\``, safety: "safe", edits: [{ ...at, insert: `${quote}${name}${quote}` }] };
}
