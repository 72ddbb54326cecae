/**
 * Behind the action of a Go template that begins at `from` with `{{`; `undefined` where it is not closed before another
 * one begins. What stands in its strings and comments is neither.
 */
export function actionEnd(text: string, from: number): number | undefined {
  let at = from + 2;
  comment.lastIndex = at;
  const begun = comment.exec(text);
  if (begun) {
    const end = text.indexOf("*/", at + begun[0].length);
    if (end === -1) return undefined;
    at = end + 2;
  }
  for (;;) {
    special.lastIndex = at;
    const found = special.exec(text);
    if (!found) return undefined;
    at = found.index + found[0].length;
    if (found[0] === "}}") return at;
    if (found[0] === "{{") return undefined;
    if (found[0] === "`") at = closing(text, found.index);
    if (found[0] === '"') {
      quoted.lastIndex = found.index;
      at += Math.max(0, (quoted.exec(text)?.[0].length ?? 1) - 1);
    }
  }
}

/** Behind the backquote that closes the one at `at`; behind that one where none does. */
function closing(text: string, at: number): number {
  const end = text.indexOf("`", at + 1);
  return end === -1 ? at + 1 : end + 1;
}

const comment = /-?\s*\/\*/y;
/** A quote behind a backslash is one of YAML, not of the template. */
const special = /\}\}|\{\{|\\["\\]|["`]/g;
const quoted = /"(?:[^"\\\n]|\\.)*"/y;
