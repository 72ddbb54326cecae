import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** How descriptions and messages look where the theme of an editor does not say it: colours are those of its tooltips. */
export const promqlTheme: Extension = EditorView.baseTheme({
  ".cm-promql-description": { padding: "4px 8px", maxWidth: "60ch", lineHeight: "1.4" },
  ".cm-completionInfo .cm-promql-description": { padding: "0" },
  ".cm-promql-heading": { fontFamily: "monospace", fontWeight: "bold", overflowWrap: "anywhere" },
  ".cm-promql-because, .cm-promql-help": { marginTop: "2px" },
  ".cm-promql-message": { display: "block" },
  ".cm-promql-link": { color: "inherit", textDecoration: "underline" },
});
