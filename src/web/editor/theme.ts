import { HighlightStyle, type TagStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The colours of the page, light and dark, for what CodeMirror shows. */
export const editorTheme = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "var(--page)", fontSize: "0.9375rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", maxHeight: "22rem" },
  ".cm-content": { padding: "0.75rem 0", minHeight: "4.75rem", caretColor: "var(--text)" },
  ".cm-line": { padding: "0 0.875rem", overflowWrap: "anywhere" },
  ".cm-placeholder": { color: "var(--quiet)" },
  ".cm-selectionMatch": { backgroundColor: "var(--raised)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--mark)", outline: "1px solid var(--line)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", color: "var(--bad)" },
  ".cm-tooltip": {
    maxWidth: "min(36rem, 92vw)",
    border: "1px solid var(--line)",
    borderRadius: "6px",
    color: "var(--text)",
    backgroundColor: "var(--raised)",
    boxShadow: "0 4px 16px rgb(0 0 0 / 20%)",
    fontSize: "0.875rem",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "16rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.2rem 0.5rem", lineHeight: "1.5" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--page)", backgroundColor: "var(--accent)" },
  ".cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-completionDetail": { color: "var(--quiet)", fontStyle: "normal" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  // Beside the list there is no room on a phone.
  "@media (max-width: 44rem)": { ".cm-completionInfo": { display: "none" } },
  ".cm-completionInfo": { padding: "0.5rem 0.75rem", width: "22rem", maxWidth: "92vw" },
  ".cm-diagnostic": { padding: "0.5rem 0.75rem", borderLeftWidth: "3px" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warn)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--quiet)" },
  ".cm-diagnosticAction": {
    margin: "0.4rem 0.4rem 0 0",
    padding: "0.15rem 0.6rem",
    border: "1px solid var(--line)",
    borderRadius: "6px",
    color: "var(--text)",
    backgroundColor: "var(--page)",
    fontSize: "0.8125rem",
  },
  ".cm-diagnosticSource": { color: "var(--quiet)", opacity: "1", fontSize: "0.8125rem" },
  ".cm-lintRange": { backgroundImage: "none", paddingBottom: "1px" },
  ".cm-lintRange-error": { textDecoration: "underline wavy var(--bad) 1px", textUnderlineOffset: "4px" },
  ".cm-lintRange-warning": { textDecoration: "underline wavy var(--warn) 1px", textUnderlineOffset: "4px" },
  ".cm-lintRange-info": { textDecoration: "underline dotted var(--quiet) 1px", textUnderlineOffset: "4px" },
  ".cm-lintRange-active": { backgroundColor: "var(--mark)" },
  ".cm-lintPoint::after": { borderBottomColor: "var(--warn)" },
  ".cm-panels": { color: "var(--text)", backgroundColor: "var(--raised)", borderColor: "var(--line)" },
  ".cm-panel.cm-panel-lint ul [aria-selected]": { backgroundColor: "var(--mark)" },
  ".cm-panel.cm-panel-lint button[name=close]": { color: "var(--text)" },
});

const colours: readonly TagStyle[] = [
  { tag: tags.function(tags.variableName), color: "var(--query-function)" },
  { tag: [tags.operatorKeyword, tags.modifier, tags.logicOperator, tags.keyword], color: "var(--query-keyword)" },
  { tag: tags.labelName, color: "var(--query-label)" },
  { tag: tags.string, color: "var(--query-string)" },
  { tag: tags.number, color: "var(--query-number)" },
  { tag: tags.comment, color: "var(--query-comment)" },
];

/** The colours of the parts of a query. */
export const queryColours = HighlightStyle.define(colours);
