import { helmActions } from "./actions.js";
import { linesOf, type Line } from "./lines.js";

/**
 * Whether Helm, or another program, makes YAML of a text before Prometheus reads it: an action stands where Prometheus
 * renders none, or asks for what only Helm knows. Prometheus renders texts of annotations and labels alone.
 */
export function isTemplate(text: string): boolean {
  if (!helmActions(text).some(({ from, to }) => isForeign(text.slice(from, to)))) return false;
  const isJson = /^\ufeff?\s*(?:\{(?!\{)|\[)/.test(text);
  const places = new Places();
  for (const line of linesOf(text)) {
    const foreign = line.actions.filter((action) => isForeign(text.slice(action.from, action.to)));
    const isStructure = !isJson && places.isOutsideTexts(text, line, foreign.length > 0);
    if (foreign.length === 0) continue;
    if (isStructure) return true;
    const comment = line.from + commentStart(text.slice(line.from, line.to));
    if (foreign.some(({ from, to }) => from < comment && isHelms(text.slice(from, to)))) return true;
  }
  return false;
}

/** Whether an action is none that Prometheus renders for certain. */
function isForeign(action: string): boolean {
  return escape.test(action) || !ofPrometheus.test(action);
}

/** Whether an action asks for what only Helm knows, or writes braces that are left for Prometheus. */
function isHelms(action: string): boolean {
  return escape.test(action) || ofHelm.test(action.replace(strings, '""'));
}

const ofPrometheus = /\$(?:labels|value|externalLabels|externalURL)\b|\.(?:Labels|Value|ExternalLabels|ExternalURL)\b/;
const ofHelm = /[\s({$|,-]\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\b(?:include|tpl|toYaml|nindent)\s/;
const escape = /^\{\{-?\s*(?:`[^`]*?(?:\{\{|\}\})|\\?"(?:\{\{|\}\}))/;
const strings = /"(?:[^"\\]|\\[^])*"|`[^`]*`/g;

/** Where the comment of a line begins; its length where it has none. */
function commentStart(line: string): number {
  const start = line.replace(/"[^"]*"|'[^']*'/g, (quoted) => "x".repeat(quoted.length)).search(/(?<!\S)#/);
  return start === -1 ? line.length : start;
}

/** Follows the lines of a text: which of them hold keys and items, and which the rest of a text. */
class Places {
  /** The last key with a text of its own. What stands deeper belongs to it. */
  private scalar: { readonly column: number; readonly isQuery: boolean } | undefined;
  /** The column of the key below which texts are rendered. */
  private rendered: number | undefined;

  /** Whether an action of the line, if there is one, stands where YAML has no text, or in a query outside its strings. */
  isOutsideTexts(text: string, line: Line, hasAction: boolean): boolean {
    const whole = text.slice(line.from, line.to);
    const lead = /^\ufeff?(?:\s*-(?=\s))*\s*/.exec(whole)?.[0] ?? "";
    const content = whole.slice(lead.length);
    if (content === "" || content.startsWith("#")) return false;
    const indent = /^ */.exec(whole)?.[0].length ?? 0;
    if (this.scalar && indent > this.scalar.column) return hasAction && this.scalar.isQuery && isBare(content);

    if (content.startsWith("{{")) return hasAction;
    this.scalar = undefined;
    const [, key, value = ""] = keyed.exec(content) ?? [];
    const column = lead.length;
    if (this.rendered !== undefined && column <= this.rendered) this.rendered = undefined;
    if (key === undefined) {
      this.scalar = { column: Math.max(0, lead.trimEnd().length - 1), isQuery: false };
      return false;
    }
    const isQuery = key === "expr";
    if (value !== "" && !value.startsWith("#")) this.scalar = { column, isQuery };
    else if (key === "annotations" || key === "labels") this.rendered = column;
    if (!hasAction) return false;
    return (value.startsWith("{{") && this.rendered === undefined) || (isQuery && isBare(value));
  }
}

const keyed = /^["']?([\w.$/-]+)["']?:(?:\s+(.*))?$/s;

/** Whether an action stands in a part of a query outside its strings and comments. */
function isBare(query: string): boolean {
  const [, , inner = query] = /^(["'])(.*)\1$/s.exec(query.trim()) ?? [];
  return inner.replaceAll('\\"', '"').replace(stringOrComment, "").includes("{{");
}

const stringOrComment = /"[^"\n]*"|'[^'\n]*'|`[^`]*`|#[^\n]*/g;
