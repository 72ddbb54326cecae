import { isScalar, isSeq, type Node } from "yaml";
import type { DocumentReader, Entries } from "./document-reader.js";
import { scalarText } from "./mapping.js";
import { readGroups } from "./rule-file.js";

/** Collects the rules of a PrometheusRule manifest, or of each one in a list of manifests. `field` leads to it. */
export function readManifest(reader: DocumentReader, manifest: Node, field: string): void {
  const entries = reader.peek(manifest);
  const kind = kindOf(entries);
  if (kind === "PrometheusRule") readSpec(reader, manifest, field);
  if (kind !== "List" && kind !== "PrometheusRuleList") return;

  const items = entries?.get("items");
  if (!isSeq(items?.value)) return;
  for (const [k, item] of reader.items(items, "items").entries()) {
    if (!item) continue;
    const holdsRules = kind === "PrometheusRuleList" || kindOf(reader.peek(item)) === "PrometheusRule";
    if (holdsRules) readSpec(reader, item, `${field}items[${k}].`);
  }
}

function readSpec(reader: DocumentReader, manifest: Node, field: string): void {
  const spec = reader.entries(manifest, "manifest")?.get("spec")?.value;
  const groups = spec && reader.entries(spec, "spec")?.get("groups");
  if (groups) readGroups(reader, groups, `${field}spec.groups`);
}

function kindOf(entries: Entries | undefined): string | undefined {
  const kind = entries?.get("kind")?.value;
  return isScalar(kind) ? scalarText(kind) : undefined;
}
