import { type Action, type Diagnostic as EditorDiagnostic, forceLinting, linter } from "@codemirror/lint";
import { type Extension, Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Diagnostic } from "../lint/rule.js";
import type { Fix } from "../syntax/problem.js";
import { group, link, paragraph } from "./markup.js";
import { promqlOptions } from "./options.js";

/** Shows what is wrong with the text once it has rested, with its fixes as actions. */
export function promqlLinter(delay = 300): Extension {
  return linter(editorDiagnostics, { delay });
}

/** What is wrong with the text of an editor, as CodeMirror shows it. Rules are loaded on the first call. */
export async function editorDiagnostics(view: EditorView): Promise<readonly EditorDiagnostic[]> {
  const { doc } = view.state;
  const options = view.state.facet(promqlOptions);
  const { diagnose, publishedPage } = await import("./whole-query.js");
  const { offerFixes = true, pageOf = publishedPage, onDiagnostics } = options;
  if (view.state.doc !== doc) return [];
  const text = doc.toString();
  const found = diagnose(text, options);
  onDiagnostics?.(found, text);
  return found.map((diagnostic) => ({
    ...shown(diagnostic, pageOf(diagnostic.code)),
    actions: (offerFixes ? (diagnostic.fixes ?? []) : []).map((fix) => actionOf(fix, doc)),
  }));
}

function shown(diagnostic: Diagnostic, page: string | undefined): EditorDiagnostic {
  const { at, severity, code, message } = diagnostic;
  return {
    ...at,
    severity,
    source: code,
    message: message.replaceAll("`", ""),
    renderMessage: () => messageElement(diagnostic, page),
  };
}

function messageElement({ message, because = [], help }: Diagnostic, page: string | undefined): HTMLElement {
  const lines = [
    paragraph(message, "cm-promql-message"),
    ...because.map((cause) => paragraph(cause.message, "cm-promql-because")),
    ...(help === undefined ? [] : [paragraph(`Help: ${help}`, "cm-promql-help")]),
  ];
  const more = page === undefined ? undefined : link(page, "Documentation");
  return group(more ? [...lines, more] : lines, "cm-promql-finding");
}

function actionOf({ title, safety, edits }: Fix, doc: Text): Action {
  const caution = safety === "review" ? " (may change the result)" : "";
  return {
    name: title.replaceAll("`", "") + caution,
    apply(view) {
      if (view.state.readOnly) return;
      // The edits are those of the text that was linted. Another one is linted anew.
      if (!view.state.doc.eq(doc)) {
        forceLinting(view);
        return;
      }
      const changes = edits.map(({ from, to, insert }) => ({ from, to, insert: Text.of(insert.split("\n")) }));
      view.dispatch({ changes, userEvent: "input.fix", scrollIntoView: true });
      forceLinting(view);
    },
  };
}
