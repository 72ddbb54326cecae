import { readSource, type Source } from "../../src/files/index.js";

/** A target of a panel, as JSON has it. */
export type Target = Readonly<Record<string, unknown>>;

/** A dashboard with one panel per list of targets, which asks a Prometheus unless `rest` says otherwise. */
export function dashboard(targets: readonly Target[], panel: object = {}, rest: object = {}): string {
  const datasource = { type: "prometheus", uid: "p1" };
  const panels = [{ id: 1, type: "timeseries", title: "CPU", datasource, targets, ...panel }];
  return JSON.stringify({ title: "Nodes", schemaVersion: 39, panels, ...rest }, null, 2);
}

/** Each query as `field use: the text of the file that it stands for`. */
export function told({ text, queries }: Source): string[] {
  return queries.map(({ field, use, map, text: query }) => {
    const { from, to } = map.span({ from: 0, to: query.length });
    return `${field} ${use}: ${text.slice(from, to)}`;
  });
}

/** The texts of the queries of a file. */
export function queriesOf(text: string, path = "a.json"): string[] {
  return readSource(path, text).queries.map((query) => query.text);
}

/** Each problem as `code: the text it points at`. */
export function problemsOf({ text, problems }: Source): string[] {
  return problems.map(({ code, at }) => `${code}: ${text.slice(at.from, at.to)}`);
}
