import type { DocumentReader, Entries, Node } from "./document-reader.js";
import { memberOf } from "./field-path.js";
import type { Entry } from "./mapping.js";

/**
 * Collects the files that a Kubernetes manifest holds as texts: those of a ConfigMap, the dashboard of a
 * GrafanaDashboard; also in lists of them. `field` leads to its keys.
 */
export function readFilesOfManifest(reader: DocumentReader, manifest: Node, field: string): void {
  const entries = reader.peek(manifest);
  const kind = reader.peekText(entries?.get("kind")) ?? "";
  if (entries) readManifest(reader, entries, kind, field);
  if (!lists.has(kind)) return;
  for (const [k, item] of reader.peekItems(entries?.get("items")).entries()) {
    const own = reader.peek(item);
    const ownKind = reader.peekText(own?.get("kind")) ?? kind.replace(/List$/, "");
    if (own) readManifest(reader, own, ownKind, `${field}items[${k}].`);
  }
}

/**
 * Collects the dashboards of the values of a Helm chart: `dashboards.<provider>.<name>.json`, where the chart is Grafana's
 * or has it below `grafana`.
 */
export function readDashboardsOfValues(reader: DocumentReader, entries: Entries, field: string): void {
  const grafana = reader.peek(entries.get("grafana")?.value);
  const places: readonly (readonly [Entry | undefined, string])[] = [
    [entries.get("dashboards"), `${field}dashboards`],
    [grafana?.get("dashboards"), `${field}grafana.dashboards`],
  ];
  for (const [dashboards, path] of places) {
    for (const [provider, own] of reader.peek(dashboards?.value) ?? []) {
      for (const [name, dashboard] of reader.peek(own.value) ?? []) {
        const json = reader.peek(dashboard.value)?.get("json");
        const inner = `${memberOf(memberOf(path, provider), name)}.json`;
        reader.embedded(json, inner, "dashboard.json");
      }
    }
  }
}

const lists: ReadonlySet<string> = new Set(["List", "ConfigMapList", "GrafanaDashboardList"]);

function readManifest(reader: DocumentReader, entries: Entries, kind: string, field: string): void {
  if (kind === "ConfigMap") {
    for (const [name, file] of reader.peek(entries.get("data")?.value) ?? []) {
      if (/\.(?:json|ya?ml|rules|promql)$/.test(name)) reader.embedded(file, memberOf(`${field}data`, name), name);
    }
  } else if (kind === "GrafanaDashboard" || kind === "GrafanaLibraryPanel") {
    const spec = reader.peek(entries.get("spec")?.value);
    reader.embedded(spec?.get("json"), `${field}spec.json`, "dashboard.json");
  }
}
