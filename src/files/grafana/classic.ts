import type { Variable } from "../../lint/subject.js";
import type { DocumentReader, Entries, Node } from "../document-reader.js";
import { dataSourceOf, inputPlugins } from "./data-source.js";
import { closeDashboard, openDashboard, repeatOf, spanWithin, type OpenDashboard } from "./dashboard.js";
import { readMinInterval, readTarget, type OpenPanel } from "./panel.js";
import { readTemplating, readVariable, variableType } from "./variables.js";
import { memberOf } from "../field-path.js";
import type { Entry } from "../mapping.js";

/** Collects a dashboard as Grafana has stored it up to version 12. `field` leads to its keys. */
export function readClassicDashboard(reader: DocumentReader, node: Node, entries: Entries, field: string): void {
  const templating = reader.peek(entries.get("templating")?.value);
  const list = templating?.get("list");
  const dashboard = withVariables(reader, node, entries, list, `${field}templating.list`);
  readPanels(dashboard, entries.get("panels"), `${field}panels`, []);
  for (const [k, row] of reader.peekItems(entries.get("rows")).entries()) {
    const own = reader.peek(row);
    readPanels(dashboard, own?.get("panels"), `${field}rows[${k}].panels`, repeatOf(dashboard, own));
  }
  readLibraryPanels(dashboard, entries.get("__elements"), `${field}__elements`);
  readAnnotations(dashboard, reader.peek(entries.get("annotations")?.value), `${field}annotations`);
  readTemplating(dashboard, list, `${field}templating.list`);
  closeDashboard(dashboard, node, list);
}

function withVariables(
  reader: DocumentReader,
  dashboard: Node,
  entries: Entries,
  list: Entry | undefined,
  field: string,
): OpenDashboard {
  const plugins = inputPlugins(reader, entries);
  const variables = new Map<string, Variable>();
  for (const [k, node] of reader.peekItems(list).entries()) {
    const own = reader.peek(node);
    if (!node || !own) continue;
    const type = variableType(reader.peekText(own.get("type")));
    const variable = readVariable(reader, own, type, `${field}[${k}]`, spanWithin(node, dashboard));
    if (!variable) continue;
    variables.set(variable.name, variable);
    const plugin = reader.peekText(own.get("query"));
    if (variable.type === "datasource" && plugin !== undefined) plugins.set(variable.name, plugin);
  }
  return openDashboard(reader, variables, plugins);
}

/** Collects a panel that stands in no dashboard, as those of the library do. `field` leads to its keys. */
export function readSinglePanel(reader: DocumentReader, node: Node, entries: Entries, field: string): void {
  const dashboard = openDashboard(reader, new Map(), new Map());
  readPanel(dashboard, node, entries, field, []);
  closeDashboard(dashboard, node, undefined);
}

/** A row holds its panels while it is closed; those of an open row follow it. */
function readPanels(
  dashboard: OpenDashboard,
  panels: Entry | undefined,
  field: string,
  repeatedBy: readonly string[],
  inRow = false,
): void {
  const { reader } = dashboard;
  let row = repeatedBy;
  for (const [k, node] of reader.peekItems(panels).entries()) {
    const entries = reader.peek(node);
    if (!node || !entries) continue;
    if (reader.peekText(entries.get("type")) === "row") row = [...repeatedBy, ...repeatOf(dashboard, entries)];
    else readPanel(dashboard, node, entries, `${field}[${k}].`, row);
    if (!inRow) readPanels(dashboard, entries.get("panels"), `${field}[${k}].panels`, row, true);
  }
}

/** `field` leads to the keys of the panel. */
function readPanel(
  dashboard: OpenDashboard,
  node: Node,
  entries: Entries,
  field: string,
  repeatedBy: readonly string[],
): void {
  const { reader, plugins, variables } = dashboard;
  const panel: OpenPanel = {
    kind: "panel",
    title: reader.peekField(entries.get("title"), `${field}title`) ?? reader.missing(node, `${field}title`),
    type: reader.peekText(entries.get("type")) ?? "",
    queries: [],
    variables,
    repeatedBy: [...repeatedBy, ...repeatOf(dashboard, entries)],
    ...readMinInterval(reader, entries.get("interval"), `${field}interval`),
  };
  const source = dataSourceOf(reader, entries.get("datasource"), plugins);
  for (const [k, target] of reader.peekItems(entries.get("targets")).entries()) {
    const own = reader.peek(target);
    if (!own) continue;
    const sources = [dataSourceOf(reader, own.get("datasource"), plugins), source];
    const hidden = reader.peekText(own.get("hide")) === "true";
    readTarget(dashboard, own, `${field}targets[${k}]`, sources, { open: panel, hidden });
  }
  if (panel.queries.length > 0) dashboard.panels.push(panel);
  const library = entries.get("libraryPanel");
  dashboard.libraryRepeats.set(reader.peekText(reader.peek(library?.value)?.get("uid")) ?? "", panel.repeatedBy);
  readModel(dashboard, library, `${field}libraryPanel`, panel.repeatedBy);
}

/** The panels of the library that an exported dashboard brings along: a mapping, in old ones a list. */
function readLibraryPanels(dashboard: OpenDashboard, elements: Entry | undefined, field: string): void {
  const { reader } = dashboard;
  for (const [name, element] of reader.peek(elements?.value) ?? []) {
    readModel(dashboard, element, memberOf(field, name), dashboard.libraryRepeats.get(name) ?? []);
  }
  for (const [k, element] of reader.peekItems(elements).entries()) {
    readModel(dashboard, element && { value: element }, `${field}[${k}]`, []);
  }
}

/** The `model` of a panel of the library is a panel. */
function readModel(
  dashboard: OpenDashboard,
  element: Pick<Entry, "value"> | undefined,
  field: string,
  repeatedBy: readonly string[],
): void {
  const { reader } = dashboard;
  const model = reader.peek(element?.value)?.get("model")?.value;
  const entries = reader.peek(model);
  if (model && entries) readPanel(dashboard, model, entries, `${field}.model.`, repeatedBy);
}

/** The query of an annotation stands in its `target`, in old ones in the annotation itself. */
function readAnnotations(dashboard: OpenDashboard, annotations: Entries | undefined, field: string): void {
  const { reader, plugins } = dashboard;
  for (const [k, node] of reader.peekItems(annotations?.get("list")).entries()) {
    const entries = reader.peek(node);
    const target = reader.peek(entries?.get("target")?.value);
    if (!entries) continue;
    const sources = [dataSourceOf(reader, entries.get("datasource"), plugins)];
    if (target?.has("expr")) readTarget(dashboard, target, `${field}.list[${k}].target`, sources);
    else readTarget(dashboard, entries, `${field}.list[${k}]`, sources);
  }
}
