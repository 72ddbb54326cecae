import type { AskedTimes } from "../../results/answer-text.js";

/** The views of a query and its result, in the order of their tabs. */
export const views = ["table", "graph", "tree", "words"] as const;

export type View = (typeof views)[number];

/** The view that the reader chose, and for which kind of answer. */
export interface Choice {
  readonly view: View;
  readonly kind: AskedTimes["kind"];
}

/**
 * The view to show. A choice stays while queries change; that of the table or the graph holds for answers of its kind, since
 * one moment has no graph. Where nothing was answered, the tree shows which part is at fault.
 */
export function viewFor(kind: AskedTimes["kind"], isAnswered: boolean, choice: Choice | undefined): View {
  const usual = !isAnswered ? "tree" : kind === "range" ? "graph" : "table";
  if (!choice) return usual;
  const isOfKind = choice.view === "table" || choice.view === "graph";
  return isOfKind && choice.kind !== kind ? usual : choice.view;
}
