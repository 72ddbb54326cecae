import { didYouMean } from "../../promql/spelling.js";
import type { DocumentReader, Entries, Node } from "../document-reader.js";
import type { Entry } from "../mapping.js";
import { groupFields, otherGroupFields, victoriaGroupFields } from "./format.js";

/** Whether a mapping is an alerting or recording rule for certain, wherever it stands. */
export function isRule(reader: DocumentReader, entries: Entries | undefined): boolean {
  if (!entries || reader.peekText(entries.get("expr")) === undefined) return false;
  return ["alert", "record"].some((name) => reader.peekText(entries.get(name)) !== undefined);
}

/** Whether a mapping is a group of rules for certain: it has a list of them. */
export function isGroup(reader: DocumentReader, entries: Entries | undefined): boolean {
  return reader.peekItems(entries?.get("rules")).some((rule) => isRule(reader, reader.peek(rule)));
}

/** The expressions of a list of rules. */
export function expressionsOf(reader: DocumentReader, rules: Entry | undefined): readonly (Entry | undefined)[] {
  return reader.peekItems(rules).map((rule) => reader.peek(rule)?.get("expr"));
}

/**
 * Whether what stands below the `groups` key at the top of a file is meant for Prometheus, even if it is wrong. Other
 * files have such a key as well: cloud-init, Grafana's own alert rules.
 */
export function areGroups(reader: DocumentReader, groups: Entry): boolean {
  const listed = reader.peekItems(groups);
  const all = listed.length > 0 ? listed.map((group) => reader.peek(group)) : [reader.peek(groups.value)];
  const rules = all.flatMap((group) => ruleNodes(reader, group?.get("rules")));
  const mappings = rules.flatMap((rule) => reader.peek(rule) ?? []);
  if (mappings.length > 0) return mappings.some((rule) => mayBeRule(rule));
  if (rules.length > 0) return /\bexpr\b/.test(reader.collected.text);
  return all.some((group) => group && (hasMisspeltRules(reader, group) || isGroupWithoutRules(group)));
}

/** The key that is meant for `groups`, where groups of rules stand below it. */
export function misspeltGroups(reader: DocumentReader, entries: Entries): readonly [string, Entry] | undefined {
  return Array.from(entries).find(
    ([name, entry]) =>
      didYouMean(name, ["groups"]) !== undefined &&
      reader.peekItems(entry).some((group) => isGroup(reader, reader.peek(group))),
  );
}

function hasMisspeltRules(reader: DocumentReader, group: Entries): boolean {
  return Array.from(group).some(
    ([name, entry]) =>
      didYouMean(name, ["rules"]) !== undefined &&
      reader.peekItems(entry).some((rule) => isRule(reader, reader.peek(rule))),
  );
}

function isGroupWithoutRules(group: Entries): boolean {
  return group.size > 0 && Array.from(group.keys()).every(isGroupField);
}

function ruleNodes(reader: DocumentReader, rules: Entry | undefined): readonly Node[] {
  const listed = reader.peekItems(rules).flatMap((rule) => rule ?? []);
  return listed.length > 0 ? listed : reader.peek(rules?.value) && rules?.value ? [rules.value] : [];
}

function mayBeRule(rule: Entries): boolean {
  return ["alert", "record", "expr"].some((name) => rule.has(name));
}

function isGroupField(name: string): boolean {
  return groupFields.includes(name) || otherGroupFields.has(name) || victoriaGroupFields.has(name);
}
