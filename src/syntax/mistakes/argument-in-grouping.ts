import type { Grouping, Token } from "../ast.js";
import { tokenOf, type Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import { mending } from "./mending.js";
import { expected, type Words } from "./parse-problems.js";

/**
 * Reads `by (pod, ` where what is aggregated follows as if it were a label: `sum by (pod, rate(up[5m]))`. Nothing where
 * that is not so.
 */
export function argumentInGrouping(
  cursor: Cursor,
): { readonly at: Lexeme; readonly words: Words; readonly grouping: Grouping } | undefined {
  if (!cursor.atKeyword("by", "without") || cursor.peek(1).type !== "(") return undefined;
  let ahead = 2;
  while (cursor.peek(ahead).type === "identifier" && cursor.peek(ahead + 1).type === ",") ahead += 2;
  const [name, found] = [cursor.peek(ahead), cursor.peek(ahead + 1)];
  const isArgument = name.type === "identifier" || name.type === "keyword";
  if (ahead === 2 || !isArgument || (found.type !== "(" && found.type !== "{" && found.type !== "[")) return undefined;
  const comma = cursor.peek(ahead - 1);
  const keyword = cursor.next();
  const labels: Token[] = [];
  for (let read = 1; read < ahead; read++) {
    const lexeme = cursor.next();
    if (lexeme.type === "identifier") labels.push(tokenOf(lexeme));
  }
  const words = expected("`,` or `)`", found, "grouping opts", '"," or ")"');
  return {
    at: found,
    words: {
      ...words,
      message: "what is aggregated stands in parentheses of its own, behind those of the labels",
      ...mending("Close the labels before it", [{ from: comma.from, to: name.from, insert: ") (" }]),
    },
    grouping: {
      span: { from: keyword.from, to: comma.from },
      mode: tokenOf(keyword, keyword.text === "by" ? "by" : "without"),
      labels,
      position: "before",
    },
  };
}
