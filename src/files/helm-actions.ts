import type { Span } from "../syntax/problem.js";

/** What Helm does at an action: puts a text there, begins, parts or ends a block, or nothing that can be seen. */
export type ActionKind = "value" | "open" | "else" | "end" | "nothing";

/** An action of a Helm template, from `{{` to `}}`. */
export interface HelmAction extends Span {
  readonly kind: ActionKind;
}

/** The actions of a text, in order. What is not closed is none. Takes time linear in the text. */
export function helmActions(text: string): readonly HelmAction[] {
  const actions: HelmAction[] = [];
  for (let from = text.indexOf("{{"); from !== -1;) {
    const to = actionEnd(text, from);
    if (to === undefined) break;
    actions.push({ from, to, kind: kindOf(text.slice(from, Math.min(to, from + 60))) });
    from = text.indexOf("{{", to);
  }
  return actions;
}

function actionEnd(text: string, from: number): number | undefined {
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
const special = /\}\}|\\["\\]|["`]/g;
const quoted = /"(?:[^"\\\n]|\\.)*"/y;

function kindOf(action: string): ActionKind {
  const body = action.replace(/^\{\{-?\s*/, "");
  if (/^(?:\/\*|\$\w*(?:\s*,\s*\$\w+)?\s*:?=|(?:break|continue)\b)/.test(body)) return "nothing";
  const [word] = /^[a-z]+/.exec(body) ?? [];
  if (word === "else" || word === "end") return word;
  return word !== undefined && blocks.has(word) ? "open" : "value";
}

const blocks: ReadonlySet<string> = new Set(["if", "range", "with", "define", "block"]);
