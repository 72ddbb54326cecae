import { scalar, type Scalar } from "../node.js";
import { code, endOfLine, type YamlCursor } from "./cursor.js";

const header = /[|>](-?)(?: *| +(#[^\n]*))\r?\n/y;

/**
 * Reads a block below `|`, `|-`, `>` or `>-`, whose lines stand to the right of column `parent`, and stops at the line
 * below it. `undefined` where its header says more, or its blank lines hold more than its indentation.
 */
export function blockScalar(cursor: YamlCursor, parent: number): Scalar | undefined {
  const { text, at: from } = cursor;
  header.lastIndex = from;
  const match = header.exec(text);
  if (!match) return undefined;
  const [{ length }, strip, comment] = match;
  const start = from + length;
  const indent = spaces(text, start);
  if (indent <= parent || isBreak(text, start + indent)) return undefined;

  const pad = " ".repeat(indent);
  let end = start;
  let next = start;
  let to = start;
  while (next < text.length) {
    const own = text.startsWith(pad, next) ? indent : spaces(text, next);
    const deeper = own === indent ? own + spaces(text, next + own) : own;
    const blank = next + deeper === text.length || isBreak(text, next + deeper);
    if (blank ? deeper > 0 : own < indent) {
      if (blank) return undefined;
      break;
    }
    const lineEnd = endOfLine(text, next);
    next = Math.min(lineEnd + 1, text.length);
    if (blank) continue;
    end = lineEnd;
    to = next;
  }

  if (comment !== undefined) {
    const at = from + text.slice(from, start).indexOf("#");
    cursor.comments.push({ from: at, to: at + comment.trimEnd().length });
  }
  cursor.at = next;
  cursor.lineStart = next;
  const body = text
    .slice(start + indent, end)
    .replaceAll("\r\n", "\n")
    .replaceAll(`\n${pad}`, "\n")
    .replace(/\r$/, "");
  const value = text.charCodeAt(from) === code.bar ? body : folded(body);
  const style = text.charCodeAt(from) === code.bar ? "literal" : "folded";
  return scalar({ from, to }, style, strip === "-" ? value : `${value}\n`);
}

/** Lines fold into one with spaces between them; blank lines and lines that begin with a blank keep their breaks. */
function folded(body: string): string {
  let value = "";
  let breaks = 0;
  let kept = false;
  for (const line of body.split("\n")) {
    if (line === "") {
      breaks++;
      continue;
    }
    const deeper = line.startsWith(" ") || line.startsWith("\t");
    if (value === "") value = line;
    else if (deeper || kept) value += "\n".repeat(breaks + 1) + line;
    else value += (breaks === 0 ? " " : "\n".repeat(breaks)) + line;
    breaks = 0;
    kept = deeper;
  }
  return value;
}

function spaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === code.space) at++;
  return at - from;
}

function isBreak(text: string, at: number): boolean {
  return text.charCodeAt(at) === code.lineFeed || text.charCodeAt(at) === code.carriageReturn;
}
