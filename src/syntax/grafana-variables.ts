import type { Token } from "./ast.js";
import type { Span } from "./problem.js";

/** A variable of Grafana in a text. */
export interface GrafanaVariable {
  /** From the dollar or bracket on. */
  readonly span: Span;
  readonly name: Token;
  /** What follows the name: `regex` in `${job:regex}`, `.text` in `${job.text}`. */
  readonly format?: string;
}

/** Each part is taken whole: what has no closing brace is not tried again with less of it. */
const variable =
  /\$(\w+)|\[\[(\w+)(?::(\w+))?\]\]|\$\{(\w+)(?!\w)(?:(\.[^:}$\n]+)(?![^:}$\n])|:([^}$\n]+)(?![^}$\n]))?[^}$\n]*\}/g;

/**
 * The variables in a text, as Grafana finds them: also `$1`, which is one only where it is defined.
 * https://grafana.com/docs/grafana/latest/dashboards/variables/variable-syntax/
 */
export function* grafanaVariables(text: string): Iterable<GrafanaVariable> {
  if (!text.includes("$") && !text.includes("[[")) return;
  for (const match of text.matchAll(variable)) {
    const [whole, plain, bracketed, bracketFormat, braced, path, format = bracketFormat] = match;
    const name = plain ?? bracketed ?? braced ?? "";
    const from = match.index + (plain === undefined ? 2 : 1);
    const told = path ?? format;
    yield {
      span: { from: match.index, to: match.index + whole.length },
      name: { text: name, span: { from, to: from + name.length } },
      ...(told !== undefined && { format: told }),
    };
  }
}

/** A text without its variables. */
export function withoutVariables(text: string): string {
  let rest = "";
  let at = 0;
  for (const { span } of grafanaVariables(text)) {
    rest += text.slice(at, span.from);
    at = span.to;
  }
  return rest + text.slice(at);
}
