import type { EditorView, KeyBinding } from "@codemirror/view";

/** Shift-Alt-F formats. What does so is loaded when it is needed first. */
export const formatKeymap: readonly KeyBinding[] = [{ key: "Shift-Alt-f", run: formatLater, preventDefault: true }];

function formatLater(view: EditorView): boolean {
  if (view.state.readOnly) return false;
  void import("./whole-query.js").then(({ formatPromql }) => formatPromql(view));
  return true;
}
