import { inOneLine } from "../../syntax/characters.js";
import type { Reading, Rejected } from "./habit.js";

const wildcard = /(?<![\w:.])([A-Za-z_:][\w:]*)(\.[*+])(?=\s*(?:$|[)\]},]))/g;

/** What stands for something else: `rate(...)` as in the text of a help, and a pattern in place of a metric, `checkout.*`. */
export function* placeholders({ code }: Rejected): Iterable<Reading> {
  const outside = code.replace(/\{[^{}]*\}?|\[[^[\]]*\]?/g, (all) => " ".repeat(all.length));
  const { 0: dots = "", index: from = 0 } = /…|\.{3}/.exec(outside) ?? {};
  if (dots !== "")
    yield {
      at: { from, to: from + dots.length },
      code: "unexpected-character",
      message: `\`${dots}\` stands for what you want to ask for`,
      help: "write a metric there, or another expression",
    };
  for (const { 0: pattern, 1: name = "", index } of outside.matchAll(wildcard)) {
    const to = index + pattern.length;
    yield {
      at: { from: index + name.length, to },
      code: "unexpected-character",
      message: "a pattern stands in quotes, in braces, behind the label that it is for",
      meant: {
        title: `Write \`{LABEL=~"${inOneLine(pattern)}"}\`, or \`__name__\` as the label for the name of the metric`,
        safety: "suggestion",
        edits: [{ from: index, to, insert: `{__name__=~"${pattern}"}` }],
        left: "as-well",
      },
    };
  }
}
