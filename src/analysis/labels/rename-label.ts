import { isLegacyLabel } from "../../promql/labels.js";
import { quote } from "../../promql/strings.js";
import type { Token } from "../../syntax/ast.js";
import type { Edit } from "../../syntax/problem.js";

/** Writes another label in the place of one, in quotes where that is or where it needs them. */
export function renameLabel({ span }: Token, to: string, text: string): Edit {
  const [mark = ""] = /^["'`]/.exec(text.slice(span.from, span.to)) ?? [];
  return { ...span, insert: isLegacyLabel(to) ? mark + to + mark : quote(to) };
}
