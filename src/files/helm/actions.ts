import type { Span } from "../../syntax/problem.js";
import { actionEnd } from "../../syntax/template-action.js";

/** What Helm does at an action: puts a text there, begins, parts or ends a block, or nothing that can be seen. */
export type ActionKind = "value" | "open" | "else" | "end" | "nothing";

/** An action of a Helm template, from `{{` to `}}`. */
export interface HelmAction extends Span {
  readonly kind: ActionKind;
}

/**
 * The actions of a text, in order. What is not closed is none, and a definition within a line is one: nothing of it is
 * seen there. Takes time linear in the text.
 */
export function helmActions(text: string): readonly HelmAction[] {
  const actions: HelmAction[] = [];
  const open: number[] = [];
  for (const action of singleActions(text)) {
    if (action.kind === "open") open.push(actions.length);
    const begun = action.kind === "end" ? open.pop() : undefined;
    const first = begun === undefined ? undefined : actions[begun];
    if (begun !== undefined && first && isDefinedInline(text, first, action)) {
      actions.length = begun;
      actions.push({ from: first.from, to: action.to, kind: "nothing" });
    } else actions.push(action);
  }
  return actions;
}

/** How long a definition is at most that is taken for one within a line. */
const longestInline = 2000;

function isDefinedInline(text: string, { from, to }: HelmAction, end: HelmAction): boolean {
  if (!/^\{\{-?\s*define\b/.test(text.slice(from, Math.min(to, from + 60)))) return false;
  if (end.from - to > longestInline) return false;
  const isBehindText = /\S[^\n]*$/.test(text.slice(Math.max(0, from - 100), from));
  return isBehindText || !text.slice(to, end.from).includes("\n");
}

function singleActions(text: string): readonly HelmAction[] {
  const actions: HelmAction[] = [];
  const lastComment = text.lastIndexOf("*/");
  for (let from = text.indexOf("{{"); from !== -1;) {
    const isEndless = from > lastComment && text.startsWith("{{/*", from);
    const to = isEndless ? undefined : actionEnd(text, from);
    if (to !== undefined) actions.push({ from, to, kind: kindOf(text.slice(from, Math.min(to, from + 60))) });
    from = text.indexOf("{{", to ?? from + 2);
  }
  return actions;
}

function kindOf(action: string): ActionKind {
  const body = action.replace(/^\{\{-?\s*/, "");
  if (/^(?:\/\*|\$\w*(?:\s*,\s*\$\w+)?\s*:?=|(?:break|continue)\b)/.test(body)) return "nothing";
  const [word] = /^[a-z]+/.exec(body) ?? [];
  if (word === "else" || word === "end") return word;
  return word !== undefined && blocks.has(word) ? "open" : "value";
}

const blocks: ReadonlySet<string> = new Set(["if", "range", "with", "define", "block"]);
