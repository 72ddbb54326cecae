import type { DocumentReader, Entries, Node } from "../document-reader.js";
import { checkDuration } from "./duration-field.js";
import { isManifest, readManifest } from "./manifest.js";
import { readGroupList, readGroups, readRuleList, type Listed } from "./file.js";
import { foundRules, kubernetesRules, prometheusRules, type RuleFormat } from "./format.js";
import { isGroup, isRule } from "./shape.js";

/** How deep rules may stand below the top of a file whose purpose is not known. */
const maxDepth = 16;

/**
 * Collects the rules that stand anywhere in a document: lists of groups or of rules, single ones, what mixins and charts
 * hold. What looks like no rule for certain is passed over without a word.
 */
export function findRules(reader: DocumentReader, node: Node, field: string, format = foundRules, depth = 0): void {
  if (depth > maxDepth) return;
  const entries = reader.peek(node);
  if (entries) findInMapping(reader, node, entries, field, format, depth);
  else findInList(reader, node, field, format, depth);
}

function findInList(reader: DocumentReader, node: Node, field: string, format: RuleFormat, depth: number): void {
  const items = reader.peekItems({ value: node });
  const mappings = items.map((item) => reader.peek(item));
  if (mappings.some((item) => isGroup(reader, item))) {
    readGroupList(reader, listed(items, field), format);
  } else if (mappings.some((item) => isRule(reader, item))) {
    const rules = listed(items, field).filter((_item, k) => isRule(reader, mappings[k]));
    readRuleList(reader, node, rules, format);
  } else {
    for (const [k, item] of items.entries()) {
      if (item) findRules(reader, item, `${pathOf(field, k)}.`, format, depth + 1);
    }
  }
}

function findInMapping(
  reader: DocumentReader,
  node: Node,
  entries: Entries,
  field: string,
  format: RuleFormat,
  depth: number,
): void {
  if (isManifest(reader, entries)) readManifest(reader, node, field);
  else if (isRule(reader, entries)) readRuleList(reader, node, [[node, withoutDot(field)]], format);
  else if (isGroup(reader, entries)) readGroupList(reader, [[node, withoutDot(field)]], format);
  else {
    for (const [key, entry] of entries) {
      const { value } = entry;
      if (!value) continue;
      const path = pathTo(field, key);
      const inner = formatBelow(key, format);
      if (key === "customRules") checkCustomRules(reader, value, path);
      else if (key === "groups" && inner.strict && reader.peekItems(entry).length > 0) {
        readGroups(reader, entry, path, inner);
      } else findRules(reader, value, `${path}.`, inner, depth + 1);
    }
  }
}

/** Charts and mixins give rules under names that leave no doubt what becomes of them. */
function formatBelow(key: string, format: RuleFormat): RuleFormat {
  if (key === "additionalPrometheusRulesMap" || key === "additionalPrometheusRules") return kubernetesRules;
  if (key === "prometheusAlerts" || key === "prometheusRules") return prometheusRules;
  return /^(?:alerting_rules|recording_rules|alerts|rules)\.ya?ml$|\.rules$/.test(key) ? prometheusRules : format;
}

/**
 * kube-prometheus-stack changes the `for` of its own alerts by this. Source:
 * https://github.com/prometheus-community/helm-charts/blob/main/charts/kube-prometheus-stack/values.yaml
 */
function checkCustomRules(reader: DocumentReader, node: Node, field: string): void {
  for (const [name, { value }] of reader.peek(node) ?? []) {
    const holds = reader.peek(value)?.get("for");
    if (reader.peekText(holds) === undefined) continue;
    checkDuration(reader, "for", holds, reader.text(holds, `${pathTo(`${field}.`, name)}.for`, "for"));
  }
}

/** `field` is empty, or ends with a dot. */
function pathTo(field: string, key: string): string {
  return /^[\w-]+$/.test(key) ? `${field}${key}` : `${withoutDot(field)}[${JSON.stringify(key)}]`;
}

function listed(items: readonly (Node | undefined)[], field: string): readonly Listed[] {
  return items.map((item, k) => [item, pathOf(field, k)]);
}

function pathOf(field: string, index: number): string {
  return `${withoutDot(field)}[${index}]`;
}

function withoutDot(field: string): string {
  return field.replace(/\.$/, "");
}
