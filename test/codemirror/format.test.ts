import { EditorSelection, EditorState, type Extension } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import { formatPromql } from "../../src/codemirror/format.js";
import { promql } from "../../src/codemirror/promql.js";
import type { PromqlOptions } from "../../src/codemirror/options.js";

/** The text after the command, with `|` at every cursor; nothing where the command declines. */
function formatted(marked: string, options: PromqlOptions = {}, more: Extension = []): string | undefined {
  const parts = marked.split("|");
  const cursors = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("").length);
  let state = EditorState.create({
    doc: parts.join(""),
    selection: EditorSelection.create(cursors.map((at) => EditorSelection.cursor(at))),
    extensions: [promql(options), EditorState.allowMultipleSelections.of(true), more],
  });
  const isDone = formatPromql({ state, dispatch: (transaction) => (state = transaction.state) });
  if (!isDone) return undefined;
  const heads = state.selection.ranges.map(({ head }) => head);
  return heads.reduceRight((text, at) => `${text.slice(0, at)}|${text.slice(at)}`, state.doc.toString());
}

describe("formatting", () => {
  test.each([
    ["sum( rate(u|p[5m]))by(jo|b)", "sum by (jo|b) (rate(u|p[5m]))"],
    ["up|", "up|"],
    ["  up  ==  |1 # do|wn\n", "# do|wn\nup == |1"],
    ["|a+b", "|a + b"],
    ["   |  a+b", "|a + b"],
    ["a|+|b|", "a |+ |b|"],
    ["a+a+a|+a", "a + a + a |+ a"],
    ["a{b='|c'}  ", 'a{b="|c"}'],
    ["a+b   \n\n|", "a + b|"],
  ])("%j", (before, after) => {
    expect(formatted(before)).toBe(after);
  });

  test("the width is an option", () => {
    expect(formatted("|sum(up)", { width: 5 })).toBe("|sum(\n  up\n)");
  });

  test("variables of Grafana stay", () => {
    expect(formatted("|rate( x[$__rate_interval] )", { variables: "grafana" })).toBe("|rate(x[$__rate_interval])");
    expect(formatted("|rate( x[$__rate_interval] )")).toBeUndefined();
  });

  test.each(["|sum(", "|", "|a b"])("%j is left alone", (text) => {
    expect(formatted(text)).toBeUndefined();
  });

  test("a text that may not be changed is left alone", () => {
    expect(formatted("|a+b", {}, EditorState.readOnly.of(true))).toBeUndefined();
  });

  test("lines end as the editor ends them", () => {
    expect(formatted("|sum(up)", { width: 5 }, EditorState.lineSeparator.of("\r\n"))).toBe("|sum(\n  up\n)");
  });
});
