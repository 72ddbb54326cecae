import { LRLanguage } from "@codemirror/language";
import { type Input, type ParseWrapper, type PartialParse, Tree } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import { maskVariables } from "../syntax/scan.js";
import { highlightLimit } from "./limits.js";

const language = LRLanguage.define({
  name: "promql",
  parser,
  languageData: {
    closeBrackets: { brackets: ["(", "[", "{", "'", '"', "`"] },
    commentTokens: { line: "#" },
  },
});

/**
 * PromQL by the grammar of Prometheus' user interface, for highlighting. Grafana's variables count as words, and a very
 * long text is left without a tree.
 */
export const promqlLanguage: LRLanguage = language.configure({ wrap: withinLimits() });

function withinLimits(): ParseWrapper {
  return (parse, input, _fragments, ranges) => {
    if (input.length > highlightLimit) return withoutTree(input);
    const text = input.read(0, input.length);
    const masked = maskVariables(text);
    return masked === text ? parse : language.parser.startParse(masked, [], ranges);
  };
}

function withoutTree({ length }: Input): PartialParse {
  return {
    advance: () => new Tree(language.parser.topNode, [], [], length),
    parsedPos: length,
    stopAt: () => undefined,
    stoppedAt: null,
  };
}
