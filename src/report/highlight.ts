import { lineBreak } from "../syntax/lines.js";
import type { Span } from "../syntax/problem.js";
import type { Colors, Paint } from "./colors.js";
import { visible } from "./visible.js";

/** What a stretch of a query is, as far as its colour is concerned. */
export type TokenStyle = "function" | "keyword" | "label" | "string" | "number" | "comment";

/** A stretch of a query in one style; what lies between two of them has none. */
export interface StyledSpan extends Span {
  readonly style: TokenStyle;
}

/** The styled stretches of a query, in order, none overlapping another. */
export type Highlighter = (query: string) => readonly StyledSpan[];

/** Longer queries stay plain: on text that is not PromQL, the highlighting parser takes time out of all proportion. */
export const highlightLimit = 10_000;

/** Loads the highlighter, which is heavy and therefore not loaded with this module. */
export async function loadHighlighter(): Promise<Highlighter> {
  const [{ parser }, { highlightTree, tagHighlighter, tags }] = await Promise.all([
    import("@prometheus-io/lezer-promql"),
    import("@lezer/highlight"),
  ]);
  const styles: Record<TokenStyle, Parameters<typeof tagHighlighter>[0][number]["tag"]> = {
    function: tags.function(tags.variableName),
    keyword: [tags.operatorKeyword, tags.modifier, tags.logicOperator],
    label: tags.labelName,
    string: tags.string,
    number: tags.number,
    comment: tags.comment,
  };
  const highlighter = tagHighlighter(Object.entries(styles).map(([style, tag]) => ({ tag, class: style })));

  return (query) => {
    const spans: StyledSpan[] = [];
    if (query.length > highlightLimit) return spans;
    highlightTree(parser.parse(query), highlighter, (from, to, style) => {
      if (isTokenStyle(style)) spans.push({ from, to, style });
    });
    return spans;
  };

  function isTokenStyle(name: string): name is TokenStyle {
    return Object.hasOwn(styles, name);
  }
}

/** A query in colours. Line breaks are kept; what a terminal would obey or hide is written as `\u{1b}`. */
export async function highlightQuery(text: string, colors: Colors): Promise<string> {
  return paintQuery(text, await loadHighlighter(), colors);
}

/** As {@link highlightQuery}, with a highlighter that is already loaded. */
export function paintQuery(text: string, highlighter: Highlighter, colors: Colors): string {
  let result = "";
  let done = 0;
  for (const { from, to, style } of highlighter(text)) {
    result += visibleLines(text.slice(done, from)) + tokenPaint(style, colors)(visibleLines(text.slice(from, to)));
    done = to;
  }
  return result + visibleLines(text.slice(done));
}

/** The colour of a style. */
export function tokenPaint(style: TokenStyle, colors: Colors): Paint {
  switch (style) {
    case "function":
      return colors.blue;
    case "keyword":
      return colors.magenta;
    case "label":
      return colors.cyan;
    case "string":
      return colors.green;
    case "number":
      return colors.yellow;
    case "comment":
      return colors.dim;
  }
}

function visibleLines(text: string): string {
  return text.split(lineBreak).map(visible).join("\n");
}
