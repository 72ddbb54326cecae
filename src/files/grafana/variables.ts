import type { Variable, VariableType } from "../../lint/subject.js";
import type { Span } from "../../syntax/problem.js";
import type { OpenDashboard } from "./dashboard.js";
import { dataSourceOf, looksLikePromql, type DataSource } from "./data-source.js";
import type { DocumentReader, Entries } from "../document-reader.js";
import type { Entry } from "../mapping.js";
import { variableQuery } from "./variable-query.js";

/**
 * A variable of a dashboard, from the entries that all versions of Grafana call alike. `field` leads to them, `definition`
 * is where they stand in the dashboard.
 */
export function readVariable(
  reader: DocumentReader,
  entries: Entries,
  type: VariableType,
  field: string,
  definition: Span,
): Variable | undefined {
  const named = reader.peekField(entries.get("name"), `${field}.name`);
  if (!named) return undefined;
  const allValue = reader.peekText(entries.get("allValue"));
  const values = valuesOf(reader, entries, type);
  return {
    name: named.text,
    field: named.field,
    definition,
    type,
    multi: isTrue(reader, entries, "multi"),
    includeAll: isTrue(reader, entries, "includeAll"),
    ...(allValue !== undefined && allValue !== "" && { allValue }),
    current: textsOf(reader, reader.peek(entries.get("current")?.value)?.get("value")),
    ...(values && { values }),
  };
}

/** The type that a dashboard gives a variable, from `query` or from `QueryVariable`. */
export function variableType(name: string | undefined): VariableType {
  return types.get(name?.replace(/Variable$/, "").toLowerCase() ?? "") ?? "unknown";
}

/** Collects the PromQL in the query of a variable. `field` is the way to the text. */
export function readVariableQuery(
  { reader, plugins, queries }: OpenDashboard,
  entry: Entry | undefined,
  field: string,
  source: DataSource,
): void {
  if (source === "other") return;
  const text = reader.peekField(entry, field);
  if (!text || !entry?.value || text.text.trim() === "") return;

  const found = variableQuery(text.text);
  // A text of an unknown source may be in any language, unless it calls one of Grafana's functions for Prometheus.
  if (source !== "prometheus" && !(found && looksLikePromql(text.text, plugins))) return;
  if (found?.wanted !== undefined) {
    const message = "The variable stays empty, since Grafana does not understand its query";
    reader.problem("variable-query", entry.value, message, `write ${found.wanted}`);
  } else if (!found || found.part) {
    const part = found?.part ?? { from: 0, to: text.text.length };
    const query = { expr: text, part, use: "instant" } as const;
    queries.push(query);
    reader.dashboardQuery(entry, query);
  }
}

/** Collects the queries of the variables of `templating.list`, to which `field` leads. */
export function readTemplating(dashboard: OpenDashboard, list: Entry | undefined, field: string): void {
  const { reader, plugins } = dashboard;
  for (const [k, node] of reader.peekItems(list).entries()) {
    const entries = reader.peek(node);
    if (!entries || reader.peekText(entries.get("type")) !== "query") continue;
    const source = dataSourceOf(reader, entries.get("datasource"), plugins);
    const inner = reader.peek(entries.get("query")?.value)?.get("query");
    const places: readonly (readonly [Entry | undefined, string])[] = [
      [inner, "query.query"],
      [entries.get("query"), "query"],
      [entries.get("definition"), "definition"],
    ];
    // `definition` repeats `query` for people, and counts where that is missing.
    const [entry, name] = places.find(([place]) => (reader.peekText(place) ?? "") !== "") ?? [];
    readVariableQuery(dashboard, entry, `${field}[${k}].${name ?? "query"}`, source);
  }
}

const types: ReadonlyMap<string, VariableType> = new Map([
  ["adhoc", "adhoc"],
  ["constant", "constant"],
  ["custom", "custom"],
  ["datasource", "datasource"],
  ["groupby", "groupby"],
  ["interval", "interval"],
  ["query", "query"],
  ["switch", "switch"],
  ["text", "textbox"],
  ["textbox", "textbox"],
]);

/** The values of a constant, custom or interval variable; a computed interval may be anything. */
function valuesOf(reader: DocumentReader, entries: Entries, type: VariableType): readonly string[] | undefined {
  const query = reader.peekText(entries.get("query"));
  if (type === "constant") return query === undefined ? undefined : [query];
  if (type !== "custom" && type !== "interval") return undefined;
  if (isTrue(reader, entries, "auto") || reader.peekText(entries.get("valuesFormat")) === "json") return undefined;

  if (query !== undefined && query.trim() !== "") return listed(query, type);
  const options = reader.peekItems(entries.get("options")).flatMap((option) => {
    return textsOf(reader, reader.peek(option)?.get("value"));
  });
  return options.length > 0 ? options.filter((value) => value !== "$__all") : undefined;
}

/** `1m,5m` of an interval; `prod, eu : eu-west-1, a\,b` of a custom variable, where a value may follow its name. */
function listed(query: string, type: "custom" | "interval"): readonly string[] {
  const parts = query.split(/(?<!\\),/).map((part) => part.trim());
  const values = parts.map((part) => {
    const value = type === "custom" ? part.split(" : ", 2)[1] : part.replace(/^(["'])(.*)\1$/, "$2");
    return (value ?? part).trim().replaceAll("\\,", ",");
  });
  return values.filter((value) => value !== "");
}

function textsOf(reader: DocumentReader, entry: Entry | undefined): readonly string[] {
  const one = reader.peekText(entry);
  if (one !== undefined) return one === "" ? [] : [one];
  return reader.peekTexts(entry);
}

function isTrue(reader: DocumentReader, entries: Entries, key: string): boolean {
  return reader.peekText(entries.get(key)) === "true";
}
