import type { DocumentReader, Entries, Node } from "./document-reader.js";
import { tellDuplicateKeys } from "./duplicate-keys.js";
import { readClassicDashboard } from "./grafana-classic.js";
import { isElement, readElementDashboard } from "./grafana-elements.js";

/** What may stand around a dashboard: Grafana's API, its resources, the export of a library panel. */
const wrappers = ["dashboard", "spec"] as const;

/**
 * Collects the queries of a dashboard, or of a list of dashboards, with or without what the API puts around them. Silent
 * on everything else. `field` leads to it.
 */
export function readGrafana(reader: DocumentReader, root: Node, field: string): void {
  const list = reader.peekItems({ value: root });
  for (const [k, item] of list.entries()) {
    if (item) readWrapped(reader, item, `${field.replace(/\.$/, "")}[${k}].`);
  }
  if (list.length === 0) readWrapped(reader, root, field);
}

function readWrapped(reader: DocumentReader, node: Node, field: string): void {
  const entries = reader.peek(node);
  if (!entries) return;
  if (readDashboard(reader, entries, field)) return tellDuplicateKeys(reader, node);
  for (const wrapper of wrappers) {
    const inner = reader.peek(entries.get(wrapper)?.value);
    if (inner && readDashboard(reader, inner, `${field}${wrapper}.`)) return tellDuplicateKeys(reader, node);
  }
}

/** Whether it was one: it has panels in one of the forms of Grafana, or variables. */
function readDashboard(reader: DocumentReader, entries: Entries, field: string): boolean {
  if (isElements(reader, entries)) {
    readElementDashboard(reader, entries, field);
    return true;
  }
  const lists = [
    entries.get("panels"),
    entries.get("rows"),
    reader.peek(entries.get("templating")?.value)?.get("list"),
  ];
  if (!lists.some((list) => reader.peekItems(list).length > 0)) return false;
  readClassicDashboard(reader, entries, field);
  return true;
}

/** `elements` holds things of all kinds in other files. */
function isElements(reader: DocumentReader, entries: Entries): boolean {
  const elements = reader.peek(entries.get("elements")?.value);
  return elements !== undefined && Array.from(elements.values()).some(({ value }) => isElement(reader, value));
}
