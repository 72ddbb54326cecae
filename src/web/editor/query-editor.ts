import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, insertNewlineAndIndent } from "@codemirror/commands";
import { bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, Prec, Text } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap, placeholder } from "@codemirror/view";
import { clientSource, formatPromql, promql, type SeriesSource } from "../../codemirror/index.js";
import type { Diagnostic, Use } from "../../lint/rule.js";
import { PrometheusError } from "../../prometheus/error.js";
import { features } from "../../promql/features.js";
import { escapeCode } from "../../report/visible.js";
import type { Span } from "../../syntax/problem.js";
import type { Source } from "../server/source.js";
import { changeBetween } from "./change.js";
import { replaceAtOnce } from "./replace-at-once.js";
import { editorTheme, queryColours } from "./theme.js";

/** Whom an editor tells. */
export interface EditorListener {
  readonly onQuery: (query: string) => void;
  readonly onRun: () => void;
  readonly onDiagnostics: (diagnostics: readonly Diagnostic[], query: string) => void;
}

/** What may change while an editor is open. */
export interface EditorSetup {
  readonly label: string;
  readonly source: Source;
  readonly use: Use | undefined;
  readonly offerFixes: boolean;
}

/** An editor in the page. */
export interface QueryEditor {
  readonly setUp: (setup: EditorSetup) => void;
  /** Shows another query; the cursor stays at its word. */
  readonly setQuery: (query: string) => void;
  /** Selects a place, and takes the focus. */
  readonly select: (span: Span) => void;
  readonly format: () => void;
  readonly destroy: () => void;
}

/** Opens an editor in an element. */
export function createEditor(parent: HTMLElement, query: string, listener: EditorListener): QueryEditor {
  const setup = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: query,
      extensions: [
        setup.of([]),
        // Keys of an open list of completions stand before these.
        Prec.high(keymap.of(runKeys(listener.onRun))),
        history(),
        bracketMatching(),
        closeBrackets(),
        highlightSpecialChars({ render: specialCharacter }),
        placeholder("A query, such as up"),
        replaceAtOnce,
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.exceptionSink.of(reportMistake),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) listener.onQuery(state.doc.toString());
        }),
        editorTheme,
        syntaxHighlighting(queryColours),
      ],
    }),
  });

  return {
    setUp: (changed) => view.dispatch({ effects: setup.reconfigure(setupExtensions(changed, listener)) }),
    setQuery(next) {
      const change = changeBetween(view.state.doc.toString(), next);
      if (change) view.dispatch({ changes: { ...change, insert: Text.of(change.insert.split("\n")) } });
    },
    select({ from, to }) {
      const end = view.state.doc.length;
      view.focus();
      view.dispatch({ selection: { anchor: Math.min(from, end), head: Math.min(to, end) }, scrollIntoView: true });
    },
    format() {
      formatPromql(view);
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

function runKeys(onRun: () => void) {
  const run = () => {
    onRun();
    return true;
  };
  return [
    { key: "Enter", run, shift: insertNewlineAndIndent },
    { key: "Mod-Enter", run },
  ];
}

function setupExtensions({ label, source, use, offerFixes }: EditorSetup, { onDiagnostics }: EditorListener) {
  const { rules, metrics } = source;
  return [
    EditorView.contentAttributes.of({ "aria-label": label }),
    promql({
      ...{ rules, metrics, offerFixes, onDiagnostics, source: seriesOf(source), prometheus: { features } },
      ...(use && { use }),
    }),
  ];
}

const known = new WeakMap<Source, SeriesSource>();

/** One for all editors, since it remembers answers. */
function seriesOf(source: Source): SeriesSource {
  const series = known.get(source) ?? clientSource(source.server);
  known.set(source, series);
  return series;
}

/** A server that does not answer leaves out completions alone; anything else is a mistake of the page. */
function reportMistake(error: unknown): void {
  if (!(error instanceof PrometheusError)) reportError(error);
}

/** As everywhere on the page. */
function specialCharacter(code: number): HTMLElement {
  const element = document.createElement("span");
  element.className = "editor-special";
  element.textContent = escapeCode(String.fromCodePoint(code));
  return element;
}
