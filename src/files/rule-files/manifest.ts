import type { DocumentReader, Entries, Node } from "../document-reader.js";
import { misspeltGroups } from "./shape.js";
import { checkGroupsKey } from "./fields.js";
import { readGroups } from "./file.js";
import { kubernetesRules, victoriaRules, type RuleFormat } from "./format.js";

/** The kinds of manifests that hold groups of rules below `spec`. */
const kinds: ReadonlyMap<string, { readonly api: string; readonly format: RuleFormat }> = new Map([
  ["PrometheusRule", { api: "", format: kubernetesRules }],
  ["VMRule", { api: "", format: victoriaRules }],
  ["Rules", { api: "monitoring.googleapis.com/", format: kubernetesRules }],
  ["ClusterRules", { api: "monitoring.googleapis.com/", format: kubernetesRules }],
  ["GlobalRules", { api: "monitoring.googleapis.com/", format: kubernetesRules }],
]);

/** Whether a mapping is a manifest that holds rules, or a list of such. */
export function isManifest(reader: DocumentReader, entries: Entries): boolean {
  return formatOf(reader, entries) !== undefined || listedKind(reader, entries) !== undefined;
}

/** Collects the rules of a manifest, or of each one in a list of manifests. `field` leads to it. */
export function readManifest(reader: DocumentReader, manifest: Node, field: string): void {
  const entries = reader.peek(manifest);
  if (!entries) return;
  const format = formatOf(reader, entries);
  if (format) readSpec(reader, manifest, field, format);
  const listed = listedKind(reader, entries);
  if (listed === undefined) return;

  for (const [k, item] of reader.peekItems(entries.get("items")).entries()) {
    const own = reader.peek(item);
    const ownFormat = own && (formatOf(reader, own) ?? kinds.get(listed)?.format);
    if (item && ownFormat) readSpec(reader, item, `${field}items[${k}].`, ownFormat);
  }
}

function formatOf(reader: DocumentReader, entries: Entries): RuleFormat | undefined {
  const kind = kinds.get(reader.peekText(entries.get("kind")) ?? "");
  return kind && (reader.peekText(entries.get("apiVersion")) ?? "").startsWith(kind.api) ? kind.format : undefined;
}

/** The kind that a list holds; empty where each item says its own. */
function listedKind(reader: DocumentReader, entries: Entries): string | undefined {
  const [, kind] = /^(\w*)List$/.exec(reader.peekText(entries.get("kind")) ?? "") ?? [];
  return kind === "" || (kind !== undefined && kinds.has(kind)) ? kind : undefined;
}

function readSpec(reader: DocumentReader, manifest: Node, field: string, format: RuleFormat): void {
  const spec = reader.entries(manifest, "manifest")?.get("spec")?.value;
  const entries = spec && reader.entries(spec, "spec");
  const groups = entries?.get("groups");
  if (groups) readGroups(reader, groups, `${field}spec.groups`, format);
  const misspelt = entries && !groups ? misspeltGroups(reader, entries) : undefined;
  if (!misspelt) return;
  checkGroupsKey(reader, misspelt, "No rule of the manifest runs: its `spec` has no field");
  readGroups(reader, misspelt[1], `${field}spec.${misspelt[0]}`, format);
}
