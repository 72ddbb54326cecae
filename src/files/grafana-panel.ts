import type { Use } from "../lint/rule.js";
import type { Panel, PanelQuery, Variable } from "../lint/subject.js";
import type { DocumentReader, Entries } from "./document-reader.js";
import { looksLikePromql, type DataSource, type Plugins } from "./grafana-data-source.js";

/** What the readers of a dashboard know of it. */
export interface Dashboard {
  readonly reader: DocumentReader;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly plugins: Plugins;
}

/** A panel whose queries are being read. */
export interface OpenPanel extends Panel {
  readonly queries: PanelQuery[];
}

/**
 * Collects the query of a target of a panel, or of an annotation. `field` leads to the target; `hidden` is where it is
 * switched off. A target without a data source of its own has that of its panel.
 */
export function readTarget(
  { reader, plugins }: Dashboard,
  target: Entries,
  field: string,
  sources: readonly DataSource[],
  panel?: { readonly open: OpenPanel; readonly hidden: boolean },
): void {
  const source = sources.find((each) => each !== "unknown" && each !== "mixed") ?? "unknown";
  const entry = target.get("expr");
  const text = reader.peekText(entry) ?? "";
  if (source === "other" || text.trim() === "") return;
  if (source === "unknown" && !looksLikePromql(text, plugins)) return;

  const expr = reader.peekField(entry, `${field}.expr`);
  if (!expr) return;
  const use = useOf(reader, target);
  if (panel) {
    const legend = reader.peekField(target.get("legendFormat"), `${field}.legendFormat`);
    panel.open.queries.push({ expr, use, hidden: panel.hidden, ...(legend && { legend }) });
  }
  reader.dashboardQuery(entry, expr, { from: 0, to: expr.text.length }, use, panel?.open);
}

/** A target with both switches on is asked in both ways, and has to serve a graph. */
function useOf(reader: DocumentReader, target: Entries): Use {
  const isOn = (key: string): boolean => reader.peekText(target.get(key)) === "true";
  return isOn("instant") && !isOn("range") ? "instant" : "range";
}
