import type { DocumentReader, Entries } from "../document-reader.js";
import { isLogQL } from "./logql.js";
import type { Entry } from "../mapping.js";

/** What a query of a dashboard is sent to. `mixed`: each query says it itself; `unknown`: the file does not tell. */
export type DataSource = "prometheus" | "mixed" | "other" | "unknown";

/** The plugins of the data sources that a dashboard may be given, by the variable that stands for them. */
export type Plugins = ReadonlyMap<string, string>;

/** The data source that an entry `datasource` names: a name, a variable, or a type and an id. */
export function dataSourceOf(reader: DocumentReader, entry: Entry | undefined, plugins: Plugins): DataSource {
  const entries = reader.peek(entry?.value);
  if (!entries) return sourceNamed(reader.peekText(entry), plugins);

  const id = sourceNamed(reader.peekText(entries.get("uid")) ?? reader.peekText(entries.get("name")), plugins);
  const type = reader.peekText(entries.get("type"));
  if (type === undefined || type === "" || id === "mixed") return id;
  return variableIn(type) === undefined ? sourceOfPlugin(type) : sourceNamed(type, plugins);
}

/** The data source of a plugin, such as `prometheus` or `grafana-amazonprometheus-datasource`. */
export function sourceOfPlugin(plugin: string): DataSource {
  return /^(?:[\w-]+-)?\w*prometheus(?:-datasource)?$/.test(plugin) ? "prometheus" : "other";
}

/** The plugins that an exported dashboard asks for: `__inputs` says what its `${DS_PROMETHEUS}` stands for. */
export function inputPlugins(reader: DocumentReader, dashboard: Entries): Map<string, string> {
  const plugins = new Map<string, string>();
  for (const input of reader.peekItems(dashboard.get("__inputs"))) {
    const entries = reader.peek(input);
    const name = reader.peekText(entries?.get("name"));
    const plugin = reader.peekText(entries?.get("pluginId"));
    if (name !== undefined && plugin !== undefined) plugins.set(name, plugin);
  }
  return plugins;
}

/**
 * Whether a query whose data source is unknown is PromQL. Loki calls its queries `expr` as well, and nobody else does: a
 * dashboard without a data source runs on the default one, which for an `expr` mostly is Prometheus.
 */
export function looksLikePromql(text: string, plugins: Plugins): boolean {
  if (isLogQL(text)) return false;
  const sources = Array.from(plugins.values(), sourceOfPlugin);
  return sources.includes("prometheus") || !Array.from(plugins.values()).includes("loki");
}

/** Grafana's own sources: expressions, other panels, annotations of dashboards. */
const ownSources: ReadonlySet<string> = new Set(["__expr__", "-- Dashboard --", "-- Grafana --", "grafana"]);

function sourceNamed(name: string | undefined, plugins: Plugins): DataSource {
  if (name === undefined) return "unknown";
  if (name === "-- Mixed --") return "mixed";
  if (ownSources.has(name)) return "other";

  const variable = variableIn(name);
  const plugin = variable === undefined ? undefined : plugins.get(variable);
  if (plugin !== undefined) return sourceOfPlugin(plugin);
  if (otherNames.test(name)) return "other";
  return prometheusNames.test(name) ? "prometheus" : "unknown";
}

/** A data source is often called what it is. */
const prometheusNames = /prometheus|thanos|mimir|cortex/i;
const otherNames =
  /alertmanager|cloudwatch|elastic|graphite|influx|jaeger|loki|mysql|opensearch|postgres|tempo|zabbix|zipkin/i;

/** The variable that a text consists of: `$name`, `${name}`, `${name:format}`, `[[name]]`. */
function variableIn(text: string): string | undefined {
  const match = /^(?:\$(\w+)|\$\{(\w+)(?::\w+)?\}|\[\[(\w+)(?::\w+)?\]\])$/.exec(text);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}
