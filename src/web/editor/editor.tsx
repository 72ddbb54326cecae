import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Diagnostic, Use } from "../../lint/rule.js";
import type { Span } from "../../syntax/problem.js";
import type { Source } from "../server/source.js";
import { createEditor, type QueryEditor } from "./query-editor.js";

/** What an editor shows, and whom it tells of changes. */
export interface EditorProps {
  readonly query: string;
  /** Read to those who do not see it. */
  readonly label: string;
  readonly source: Source;
  /** How the result is used; over a range where nothing is said. */
  readonly use?: Use;
  /** Whether fixes can be applied, which they can where nothing is said. */
  readonly offerFixes?: boolean;
  readonly onQuery: (query: string) => void;
  readonly onRun: () => void;
  /** Told what is wrong with the query, once it has rested. */
  readonly onDiagnostics?: (diagnostics: readonly Diagnostic[], query: string) => void;
  /** A place that is to be selected; each object once. */
  readonly selected?: Span | undefined;
  /** Buttons beside the one that formats. */
  readonly children?: ComponentChildren;
}

/** A query that is being written. Enter runs it. */
export function Editor(props: EditorProps) {
  const { query, label, source, use, offerFixes = true, selected, children } = props;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<QueryEditor>(undefined);
  const told = useRef(props);
  told.current = props;

  // Before the next key is handled, which an effect after painting would undo.
  useLayoutEffect(() => {
    if (!place.current) return undefined;
    const made = createEditor(place.current, told.current.query, {
      onQuery: (text) => told.current.onQuery(text),
      onRun: () => told.current.onRun(),
      onDiagnostics: (...found) => told.current.onDiagnostics?.(...found),
    });
    editor.current = made;
    return () => made.destroy();
  }, []);
  useLayoutEffect(() => editor.current?.setUp({ label, source, use, offerFixes }), [label, source, use, offerFixes]);
  useLayoutEffect(() => editor.current?.setQuery(query), [query]);
  useLayoutEffect(() => {
    if (selected) editor.current?.select(selected);
  }, [selected]);

  return (
    <div class="editor">
      <div class="editor-text" ref={place} />
      <div class="editor-bar">
        {children}
        <button type="button" title="Shift-Alt-F" onClick={() => editor.current?.format()}>
          Format
        </button>
        <span class="editor-keys">
          <kbd>Enter</kbd> runs, <kbd>Shift-Enter</kbd> begins a line, <kbd>Ctrl-Space</kbd> completes
        </span>
      </div>
    </div>
  );
}
