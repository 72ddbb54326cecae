import { helmActions, type HelmAction } from "./actions.js";

/** One line, or several where an action leads from one to the next. The line break is no part of it. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly actions: readonly HelmAction[];
}

/** The lines of a template, in order. */
export function* linesOf(text: string): Generator<Line> {
  const actions = helmActions(text);
  let next = 0;
  for (let from = 0; from <= text.length;) {
    let to = lineEnd(text, from);
    const own: HelmAction[] = [];
    for (let action = actions[next]; action && action.from < to; action = actions[++next]) {
      own.push(action);
      if (action.to > to) to = lineEnd(text, action.to);
    }
    yield { from, to, actions: own };
    from = to + Math.max(1, lineBreakAt(text, to).length);
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  if (end === -1) return text.length;
  return end > from && text.charAt(end - 1) === "\r" ? end - 1 : end;
}

/** The line break that stands at an offset, if any. */
export function lineBreakAt(text: string, at: number): string {
  if (text.startsWith("\r\n", at)) return "\r\n";
  return text.startsWith("\n", at) ? "\n" : "";
}

/** What a line holds beside its actions. */
export function withoutActions(text: string, { from, to, actions }: Line): string {
  let rest = "";
  let at = from;
  for (const action of actions) {
    rest += text.slice(at, action.from);
    at = action.to;
  }
  return rest + text.slice(at, to);
}

/** A block scalar of YAML. */
export interface BlockScalar {
  readonly style: "literal" | "folded";
  /** The column of its key. */
  readonly parent: number;
  /** The column of its text, once a line of it has been seen. */
  content: number | undefined;
}

/** The block scalar that begins at the end of a line. */
export function blockScalarOf(line: string): BlockScalar | undefined {
  const [, mark] = /(?:^|[:\s-]\s)([|>])[-+\d]{0,2}\s*(?:#[^]*)?$/.exec(line) ?? [];
  if (mark === undefined) return undefined;
  const [dashes = ""] = /^\s*(?:-\s+)*/.exec(line) ?? [];
  const isItem = /^[|>]/.test(line.slice(dashes.length));
  const parent = isItem ? Math.max(0, dashes.trimEnd().length - 1) : dashes.length;
  return { style: mark === "|" ? "literal" : "folded", parent, content: undefined };
}
