import type { DocumentReader, Node } from "./document-reader.js";
import { readGroups } from "./rule-file.js";

/** Collects the rules of a PrometheusRule manifest, or of each one in a list of manifests. `field` leads to it. */
export function readManifest(reader: DocumentReader, manifest: Node, field: string): void {
  const entries = reader.peek(manifest);
  const kind = reader.peekText(entries?.get("kind"));
  if (kind === "PrometheusRule") readSpec(reader, manifest, field);
  if (kind !== "List" && kind !== "PrometheusRuleList") return;

  for (const [k, item] of reader.peekItems(entries?.get("items")).entries()) {
    if (!item) continue;
    const holdsRules =
      kind === "PrometheusRuleList" || reader.peekText(reader.peek(item)?.get("kind")) === "PrometheusRule";
    if (holdsRules) readSpec(reader, item, `${field}items[${k}].`);
  }
}

function readSpec(reader: DocumentReader, manifest: Node, field: string): void {
  const spec = reader.entries(manifest, "manifest")?.get("spec")?.value;
  const groups = spec && reader.entries(spec, "spec")?.get("groups");
  if (groups) readGroups(reader, groups, `${field}spec.groups`);
}
