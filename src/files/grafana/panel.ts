import type { Use } from "../../lint/rule.js";
import type { DashboardQuery, Field, Panel, PanelQuery } from "../../lint/subject.js";
import type { DocumentReader, Entries } from "../document-reader.js";
import type { OpenDashboard } from "./dashboard.js";
import { looksLikePromql, type DataSource } from "./data-source.js";
import type { Entry } from "../mapping.js";

/** A panel whose queries are being read. */
export interface OpenPanel extends Panel {
  readonly queries: PanelQuery[];
}

/**
 * Collects the query of a target of a panel, or of an annotation. `field` leads to the target; `hidden` is where it is
 * switched off. A target without a data source of its own has that of its panel.
 */
export function readTarget(
  dashboard: OpenDashboard,
  target: Entries,
  field: string,
  sources: readonly DataSource[],
  panel?: { readonly open: OpenPanel; readonly hidden: boolean },
): void {
  const { reader, plugins } = dashboard;
  const source = sources.find((each) => each !== "unknown" && each !== "mixed") ?? "unknown";
  const entry = target.get("expr");
  const text = reader.peekText(entry) ?? "";
  if (source === "other" || text.trim() === "") return;
  if (source === "unknown" && !looksLikePromql(text, plugins)) return;

  const expr = reader.peekField(entry, `${field}.expr`);
  if (!expr) return;
  const query: DashboardQuery = { expr, part: { from: 0, to: expr.text.length }, use: useOf(reader, target) };
  if (panel) {
    const legend = reader.peekField(target.get("legendFormat"), `${field}.legendFormat`);
    const minInterval = readMinInterval(reader, target.get("interval"), `${field}.interval`);
    panel.open.queries.push({ ...query, hidden: panel.hidden, ...(legend && { legend }), ...minInterval });
  } else dashboard.queries.push(query);
  reader.dashboardQuery(entry, query, panel?.open);
}

/** The least interval of a panel or target, where one is given. */
export function readMinInterval(
  reader: DocumentReader,
  entry: Entry | undefined,
  field: string,
): { readonly minInterval?: Field } {
  const minInterval = reader.peekField(entry, field);
  return minInterval && minInterval.text !== "" ? { minInterval } : {};
}

/** A target with both switches on is asked in both ways, and has to serve a graph. */
function useOf(reader: DocumentReader, target: Entries): Use {
  const isOn = (key: string): boolean => reader.peekText(target.get(key)) === "true";
  return isOn("instant") && !isOn("range") ? "instant" : "range";
}
