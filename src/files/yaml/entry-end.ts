import type { TextLines } from "../../lint/text-lines.js";
import type { Span } from "../../syntax/problem.js";

const item = /^-(?=[ \t]|$)/;
const fence = /^(?:`{3,}|~{3,})/;
const helmAction = /^\{\{.*\}\}$/;

/**
 * The end of what begins within a line of a file: of YAML an entry of a mapping or list, with every line that stands
 * farther in; of Markdown a block between fences; the line itself of anything else.
 */
export function entryEnd(text: string, lines: TextLines, line: Span): number {
  const from = lines.indented(line);
  const start = text.slice(from, line.to);
  const [opening] = fence.exec(start) ?? [];
  return opening === undefined ? yamlEnd(text, lines, line, item.test(start)) : fenceEnd(text, lines, line, opening);
}

function yamlEnd(text: string, lines: TextLines, first: Span, isItem: boolean): number {
  const column = lines.indented(first) - first.from;
  let end = first.to;
  for (let line = lines.below(first); line; line = lines.below(line)) {
    const from = lines.indented(line);
    if (from - line.from > column) {
      if (from < line.to) end = line.to;
      continue;
    }
    const shown = text.slice(from, line.to).trimEnd();
    if (shown === "" || shown.startsWith("#") || helmAction.test(shown)) continue;
    // A list may stand as far out as the key that it belongs to.
    if (isItem || from - line.from < column || !item.test(shown)) break;
    end = line.to;
  }
  return end;
}

function fenceEnd(text: string, lines: TextLines, first: Span, opening: string): number {
  let end = first.to;
  for (let line = lines.below(first); line; line = lines.below(line)) {
    end = line.to;
    if (text.startsWith(opening, lines.indented(line))) break;
  }
  return end;
}
