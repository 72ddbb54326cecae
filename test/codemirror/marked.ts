import { EditorState } from "@codemirror/state";
import { promql } from "../../src/codemirror/promql.js";
import type { PromqlOptions } from "../../src/codemirror/options.js";

/** A text in which `|` stands for the cursor, as the state of an editor; `\|` is the character. */
export function markedState(marked: string, options: PromqlOptions = {}): EditorState {
  const at = marked.search(/(?<!\\)\|/);
  const doc = `${marked.slice(0, at)}${marked.slice(at + 1)}`.replaceAll("\\|", "|");
  const anchor = marked.slice(0, at).replaceAll("\\|", "|").length;
  return EditorState.create({ doc, selection: { anchor }, extensions: promql(options) });
}
