import type { Variable } from "../../lint/subject.js";
import type { DocumentReader, Entries, Node } from "../document-reader.js";
import { dataSourceOf, sourceOfPlugin, type DataSource, type Plugins } from "./data-source.js";
import { readLayout } from "./layout.js";
import { closeDashboard, openDashboard, spanWithin, type OpenDashboard } from "./dashboard.js";
import { readMinInterval, readTarget, type OpenPanel } from "./panel.js";
import { readVariable, readVariableQuery, variableType } from "./variables.js";
import { memberOf } from "../field-path.js";
import type { Entry } from "../mapping.js";

/**
 * Collects a dashboard in Grafana's second schema: panels by name below `elements`, their places below
 * `layout`. `field` leads to its keys.
 * https://grafana.com/docs/grafana/latest/observability-as-code/schema-v2/
 */
export function readElementDashboard(reader: DocumentReader, node: Node, entries: Entries, field: string): void {
  const list = entries.get("variables");
  const layout = readLayout(reader, entries.get("layout"), `${field}layout`);
  const specs = [
    ...layout.variables.flatMap(({ list: own, path }) => specsOf(reader, own, path)),
    ...specsOf(reader, list, `${field}variables`),
  ];
  const dashboard = withVariables(reader, node, specs);
  for (const repeat of layout.repeatedBy) dashboard.repeatedBy.add(repeat);
  for (const [name, element] of reader.peek(entries.get("elements")?.value) ?? []) {
    const spec = element.value && isElement(reader, element.value) ? specOf(reader, element) : undefined;
    if (!spec || !element.value) continue;
    const path = `${memberOf(`${field}elements`, name)}.spec`;
    readPanel(dashboard, element.value, spec, path, layout.repeats.get(name) ?? []);
  }
  for (const { spec, path, kind } of specs) {
    if (kind === "QueryVariable") readQuery(dashboard, spec, path);
  }
  for (const { spec, path } of specsOf(reader, entries.get("annotations"), `${field}annotations`)) {
    readAnnotation(dashboard, spec, path);
  }
  closeDashboard(dashboard, node, list);
}

/** Whether a node is a panel of such a dashboard; panels of the library are only named there. */
export function isElement(reader: DocumentReader, node: Node | undefined): boolean {
  return reader.peekText(reader.peek(node)?.get("kind")) === "Panel";
}

interface Spec {
  readonly kind: string;
  readonly node: Node;
  readonly spec: Entries;
  readonly path: string;
}

/** The items of a list that have a `kind` and a `spec`. */
function specsOf(reader: DocumentReader, list: Entry | undefined, field: string): readonly Spec[] {
  return reader.peekItems(list).flatMap((node, k): Spec[] => {
    const entries = reader.peek(node);
    const spec = reader.peek(entries?.get("spec")?.value);
    if (!node || !spec) return [];
    return [{ kind: reader.peekText(entries?.get("kind")) ?? "", node, spec, path: `${field}[${k}].spec` }];
  });
}

function specOf(reader: DocumentReader, entry: Entry | undefined): Entries | undefined {
  return reader.peek(reader.peek(entry?.value)?.get("spec")?.value);
}

function withVariables(reader: DocumentReader, dashboard: Node, specs: readonly Spec[]): OpenDashboard {
  const plugins = new Map<string, string>();
  const variables = new Map<string, Variable>();
  for (const { kind, node, spec, path } of specs) {
    const variable = readVariable(reader, spec, variableType(kind), path, spanWithin(node, dashboard));
    if (!variable) continue;
    variables.set(variable.name, variable);
    const plugin = reader.peekText(spec.get("pluginId"));
    if (variable.type === "datasource" && plugin !== undefined) plugins.set(variable.name, plugin);
  }
  return openDashboard(reader, variables, plugins);
}

function readPanel(
  dashboard: OpenDashboard,
  node: Node,
  spec: Entries,
  field: string,
  repeatedBy: readonly string[],
): void {
  const { reader, variables } = dashboard;
  const data = specOf(reader, spec.get("data"));
  const interval = reader.peek(data?.get("queryOptions")?.value)?.get("interval");
  const viz = reader.peek(spec.get("vizConfig")?.value);
  const panel: OpenPanel = {
    kind: "panel",
    title: reader.peekField(spec.get("title"), `${field}.title`) ?? reader.missing(node, `${field}.title`),
    type: reader.peekText(viz?.get("group")) ?? reader.peekText(viz?.get("kind")) ?? "",
    queries: [],
    variables,
    repeatedBy,
    ...readMinInterval(reader, interval, `${field}.data.spec.queryOptions.interval`),
  };
  for (const { spec: own, path } of specsOf(reader, data?.get("queries"), `${field}.data.spec.queries`)) {
    const target = specOf(reader, own.get("query"));
    const hidden = reader.peekText(own.get("hidden")) === "true";
    const source = querySource(reader, own, dashboard.plugins);
    if (target) readTarget(dashboard, target, `${path}.query.spec`, [source], { open: panel, hidden });
  }
  if (panel.queries.length > 0) dashboard.panels.push(panel);
}

/** The query of a variable, or a text that an older dashboard had there. */
function readQuery(dashboard: OpenDashboard, spec: Entries, path: string): void {
  const { reader, plugins } = dashboard;
  const source = querySource(reader, spec, plugins);
  const query = specOf(reader, spec.get("query"));
  for (const key of ["query", "__legacyStringValue"]) {
    readVariableQuery(dashboard, query?.get(key), `${path}.query.spec.${key}`, source);
  }
  readVariableQuery(dashboard, spec.get("query"), `${path}.query`, source);
}

/** Annotations that were never opened since an older version have their query in `legacyOptions`. */
function readAnnotation(dashboard: OpenDashboard, spec: Entries, path: string): void {
  const { reader, plugins } = dashboard;
  const sources = [querySource(reader, spec, plugins)];
  const target = specOf(reader, spec.get("query"));
  const legacy = reader.peek(spec.get("legacyOptions")?.value);
  if (target?.has("expr")) readTarget(dashboard, target, `${path}.query.spec`, sources);
  else if (legacy) readTarget(dashboard, legacy, `${path}.legacyOptions`, sources);
}

/** The kind of a query names its plugin: in `group` since v2beta1, where `kind` is always `DataQuery`. */
function querySource(reader: DocumentReader, spec: Entries, plugins: Plugins): DataSource {
  const query = reader.peek(spec.get("query")?.value);
  const kind = reader.peekText(query?.get("kind"));
  const plugin = kind === "DataQuery" ? reader.peekText(query?.get("group")) : kind;
  if (plugin !== undefined && plugin !== "") return sourceOfPlugin(plugin);
  const own = dataSourceOf(reader, query?.get("datasource"), plugins);
  return own === "unknown" ? dataSourceOf(reader, spec.get("datasource"), plugins) : own;
}
