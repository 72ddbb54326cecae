import type { DocumentReader, Entries, Node } from "./document-reader.js";
import { readClassicDashboard, readSinglePanel } from "./grafana-classic.js";
import { isElement, readElementDashboard } from "./grafana-elements.js";

/** What may stand around a dashboard or panel: Grafana's API, its resources, the export of a panel of the library. */
const wrappers = ["dashboard", "spec", "model", "result"] as const;

/** Where a list of dashboards or panels may stand: in a list of Kubernetes, and in what the API says of the library. */
const lists = ["items", "elements"] as const;

/**
 * Collects the queries of a dashboard, of a panel alone, or of a list of them, with or without what the API puts around
 * them. Silent on everything else. `field` leads to it.
 */
export function readGrafana(reader: DocumentReader, root: Node, field: string): void {
  if (!readList(reader, root, field.replace(/\.$/, ""))) readWrapped(reader, root, field, maxWrappers, false);
}

/** `result.elements` is around a list, and `model` around a panel in it. */
const maxWrappers = 2;

/** A list within a list holds nothing of Grafana. */
function readList(reader: DocumentReader, node: Node, field: string): boolean {
  const items = reader.peekItems({ value: node });
  for (const [k, item] of items.entries()) {
    if (item) readWrapped(reader, item, `${field}[${k}].`, maxWrappers, true);
  }
  return items.length > 0;
}

function readWrapped(reader: DocumentReader, node: Node, field: string, deeper: number, inList: boolean): void {
  const entries = reader.peek(node);
  if (!entries || readDashboard(reader, node, entries, field) || deeper === 0) return;
  for (const wrapper of wrappers) {
    const inner = entries.get(wrapper)?.value;
    if (inner) readWrapped(reader, inner, `${field}${wrapper}.`, deeper - 1, inList);
  }
  for (const name of inList ? [] : lists) {
    const inner = entries.get(name)?.value;
    if (inner) readList(reader, inner, `${field}${name}`);
  }
}

/** Whether it was one: it has panels in one of the forms of Grafana, or variables, or is a panel itself. */
function readDashboard(reader: DocumentReader, node: Node, entries: Entries, field: string): boolean {
  if (isElements(reader, entries)) {
    readElementDashboard(reader, node, entries, field);
    return true;
  }
  const places = [
    entries.get("panels"),
    entries.get("rows"),
    reader.peek(entries.get("templating")?.value)?.get("list"),
  ];
  if (places.some((list) => reader.peekItems(list).length > 0)) readClassicDashboard(reader, node, entries, field);
  else if (isPanel(reader, entries)) readSinglePanel(reader, node, entries, field);
  else return false;
  return true;
}

/** `targets` are those of a scrape configuration in other files. */
function isPanel(reader: DocumentReader, entries: Entries): boolean {
  const targets = reader.peekItems(entries.get("targets"));
  return entries.has("type") && targets.some((target) => reader.peek(target)?.has("expr"));
}

/** `elements` holds things of all kinds in other files. */
function isElements(reader: DocumentReader, entries: Entries): boolean {
  const elements = reader.peek(entries.get("elements")?.value);
  return elements !== undefined && Array.from(elements.values()).some(({ value }) => isElement(reader, value));
}
