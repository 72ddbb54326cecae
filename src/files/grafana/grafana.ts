import type { DocumentReader, Entries, Node } from "../document-reader.js";
import { tellDuplicateKeys } from "./duplicate-keys.js";
import { readClassicDashboard, readSinglePanel } from "./classic.js";
import { isElement, readElementDashboard } from "./elements.js";

/** What may stand around a dashboard or panel: Grafana's API, its resources, the export of a panel of the library. */
const wrappers = ["dashboard", "spec", "model", "result"] as const;

/** Where a list of dashboards or panels may stand: in a list of Kubernetes, and in what the API says of the library. */
const lists = ["items", "elements"] as const;

/**
 * Collects the queries of a dashboard, of a panel alone, or of a list of them, with or without what the API puts around
 * them. Silent on everything else. `field` leads to it.
 */
export function readGrafana(reader: DocumentReader, root: Node, field: string): void {
  const isList = reader.peekItems({ value: root }).length > 0;
  const isRead = isList
    ? readList(reader, root, field.replace(/\.$/, ""))
    : readWrapped(reader, root, field, maxWrappers, false);
  if (isRead) tellDuplicateKeys(reader, root);
}

/** `result.elements` is around a list, and `model` around a panel in it. */
const maxWrappers = 2;

/** Whether one of a list was a dashboard or panel. A list within a list holds nothing of Grafana. */
function readList(reader: DocumentReader, node: Node, field: string): boolean {
  let isRead = false;
  for (const [k, item] of reader.peekItems({ value: node }).entries()) {
    if (item && readWrapped(reader, item, `${field}[${k}].`, maxWrappers, true)) isRead = true;
  }
  return isRead;
}

/** Whether there was a dashboard or panel. */
function readWrapped(reader: DocumentReader, node: Node, field: string, deeper: number, inList: boolean): boolean {
  const entries = reader.peek(node);
  if (!entries) return false;
  if (readDashboard(reader, node, entries, field)) return true;
  let isRead = false;
  for (const wrapper of deeper > 0 ? wrappers : []) {
    const inner = entries.get(wrapper)?.value;
    if (inner && readWrapped(reader, inner, `${field}${wrapper}.`, deeper - 1, inList)) isRead = true;
  }
  for (const name of deeper > 0 && !inList ? lists : []) {
    const inner = entries.get(name)?.value;
    if (inner && readList(reader, inner, `${field}${name}`)) isRead = true;
  }
  return isRead;
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
