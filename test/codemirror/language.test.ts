import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { highlightTree, tagHighlighter, tags } from "@lezer/highlight";
import { describe, expect, test } from "vitest";
import { highlightLimit } from "../../src/codemirror/limits.js";
import { promql } from "../../src/codemirror/promql.js";

const highlighter = tagHighlighter([
  { tag: tags.function(tags.variableName), class: "function" },
  { tag: [tags.operatorKeyword, tags.modifier], class: "keyword" },
  { tag: tags.labelName, class: "label" },
  { tag: tags.string, class: "string" },
  { tag: tags.number, class: "number" },
  { tag: tags.comment, class: "comment" },
  { tag: tags.invalid, class: "invalid" },
]);

function coloured(text: string): string[] {
  const state = EditorState.create({ doc: text, extensions: promql() });
  const found: string[] = [];
  const tree = ensureSyntaxTree(state, state.doc.length, 5000) ?? syntaxTree(state);
  highlightTree(tree, highlighter, (from, to, style) => found.push(`${style} ${state.sliceDoc(from, to)}`));
  return found;
}

describe("colours", () => {
  test.each([
    ['sum(rate(up{job="a"}[5m]))', ["keyword sum", "function rate", "label job", 'string "a"', "number 5m"]],
    ["up # why", ["comment # why"]],
  ])("%s", (text, parts) => {
    expect(coloured(text)).toEqual(expect.arrayContaining(parts));
  });

  test("a variable does not spoil what follows", () => {
    expect(coloured('rate($metric{job="a"}[5m])')).toEqual(
      expect.arrayContaining(["function rate", "label job", "number 5m"]),
    );
    expect(coloured('rate($metric{job="a"}[5m])')).not.toContain("invalid $metric");
  });

  test("a very long text has none, and completion goes on", () => {
    const text = ")".repeat(highlightLimit + 1);
    expect(coloured(text)).toEqual([]);
    const state = EditorState.create({ doc: text, extensions: promql() });
    expect(state.languageDataAt("autocomplete", 5)).toHaveLength(2);
    expect(EditorState.create({ doc: "$x + ", extensions: promql() }).languageDataAt("autocomplete", 5)).toHaveLength(
      2,
    );
  });
});
