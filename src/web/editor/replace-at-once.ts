import { EditorView } from "@codemirror/view";

/** Characters that a browser takes out of a page in no time, whatever stands in for them. */
const most = 1000;

/**
 * What is typed in place of a long selection is put there by the editor. A browser would take the selection out of the page
 * first, which lasts minutes where thousands of control characters are shown.
 */
export const replaceAtOnce = EditorView.domEventHandlers({
  beforeinput({ inputType, data }, view) {
    const { from, to } = view.state.selection.main;
    if (inputType !== "insertText" || data === null || to - from < most || view.composing) return false;
    view.dispatch(view.state.update(view.state.replaceSelection(data), { userEvent: "input.type" }));
    return true;
  },
});
