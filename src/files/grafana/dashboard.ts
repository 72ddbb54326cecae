import type { DashboardQuery, Panel, Variable } from "../../lint/subject.js";
import type { Span } from "../../syntax/problem.js";
import type { DocumentReader, Entries, Node } from "../document-reader.js";
import type { Plugins } from "./data-source.js";
import type { Entry } from "../mapping.js";

/** A dashboard that is being read. */
export interface OpenDashboard {
  readonly reader: DocumentReader;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly plugins: Plugins;
  readonly panels: Panel[];
  /** Those of variables and annotations. */
  readonly queries: DashboardQuery[];
  readonly repeatedBy: Set<string>;
  /** The variables by which panels of the library repeat here, by their `uid`. */
  readonly libraryRepeats: Map<string, readonly string[]>;
}

/** A dashboard of which nothing but its variables has been read. */
export function openDashboard(
  reader: DocumentReader,
  variables: ReadonlyMap<string, Variable>,
  plugins: Plugins,
): OpenDashboard {
  return { reader, variables, plugins, panels: [], queries: [], repeatedBy: new Set(), libraryRepeats: new Map() };
}

/**
 * Collects a dashboard that has been read, unless it shows no query. `node` is all of it; `list` holds its variables: where
 * there is no such list, the node is a part of a dashboard.
 */
export function closeDashboard(open: OpenDashboard, node: Node, list: Entry | undefined): void {
  const { collected } = open.reader;
  const { variables, panels, queries, repeatedBy } = open;
  if (panels.length === 0 && queries.length === 0) return;
  const text = collected.text.slice(node.span.from, node.span.to);
  const hasAllVariables = list?.value?.kind === "list" && !collected.template && !isTemplate(text);
  const known = { kind: "dashboard", text, panels, queries, variables, hasAllVariables, repeatedBy } as const;
  collected.dashboards.push(known);
}

/** Terraform writes a variable of Grafana with two dollars, and fills in those with one. */
function isTemplate(text: string): boolean {
  return text.includes("$${");
}

/** Where a node stands in the text of the dashboard around it. */
export function spanWithin(inner: Node, dashboard: Node): Span {
  const start = dashboard.span.from;
  return { from: inner.span.from - start, to: inner.span.to - start };
}

/** The variable by which a panel or row repeats: none, or one. */
export function repeatOf({ reader, repeatedBy }: OpenDashboard, entries: Entries | undefined): readonly string[] {
  const repeat = reader.peekText(entries?.get("repeat")) ?? "";
  if (repeat === "") return [];
  repeatedBy.add(repeat);
  return [repeat];
}
