import { SegmentList } from "./segments.js";

/** A line of a block scalar: `start` is its first character, `text` the first that is no space, `end` its end without CR LF. */
interface Line {
  readonly start: number;
  readonly text: number;
  readonly end: number;
  readonly next: number;
}

/**
 * The segments of a literal or folded scalar whose header stands at `from`, and the columns that its lines are indented.
 * `value` is what the scalar decodes to; it tells the indentation. `undefined` where there is nothing but blank lines.
 */
export function blockSegments(
  text: string,
  from: number,
  to: number,
  value: string,
): { list: SegmentList; indent: number } | undefined {
  const headerEnd = text.indexOf("\n", from);
  if (headerEnd === -1 || headerEnd >= to) return undefined;
  const lines = linesOf(text, headerEnd + 1, to);
  const first = lines.findIndex((line) => !isBlank(line));
  const firstLine = lines[first];
  if (!firstLine) return undefined;

  const indent = firstLine.text - firstLine.start - leadingSpaces(value, first);
  let last = lines.findLastIndex((line) => !isBlank(line));
  const lastIndented = lines.findLastIndex((line) => line.text - line.start > indent);
  if (lastIndented > last) last = lastIndented;

  const list = new SegmentList(text);
  const contentOf = (line: Line): number => Math.min(line.text, line.start + indent);
  for (const [k, line] of lines.slice(0, first).entries()) {
    list.copy(contentOf(line), line.text);
    list.unit("\n", line.end, contentOf(lines[k + 1] ?? firstLine));
  }
  const content = lines.slice(first, last + 1).map((line) => ({ from: contentOf(line), to: line.end }));
  if (text[from] === "|") literal(list, content);
  else folded(list, content, text);

  const header = text.slice(from, headerEnd).split("#", 1)[0] ?? "";
  if (header.includes("-")) return { list, indent };
  const rest = header.includes("+") ? lines.slice(last + 1) : [];
  let end = lines[last] ?? firstLine;
  if (rest.length === 0) list.unit("\n", end.end, end.next);
  for (const line of rest) {
    list.unit("\n", end.end, contentOf(line));
    list.copy(contentOf(line), line.text);
    end = line;
  }
  return { list, indent };
}

interface Content {
  readonly from: number;
  readonly to: number;
}

function literal(list: SegmentList, lines: readonly Content[]): void {
  let end: number | undefined;
  for (const line of lines) {
    if (end !== undefined) list.unit("\n", end, line.from);
    list.copy(line.from, line.to);
    end = line.to;
  }
}

/** Lines fold into one with spaces between them; blank lines and lines that begin with a blank keep their breaks. */
function folded(list: SegmentList, lines: readonly Content[], text: string): void {
  let end: number | undefined;
  let breaks = 0;
  let indented = false;
  for (const line of lines) {
    breaks++;
    if (line.from === line.to) continue;
    const moreIndented = " \t".includes(text.charAt(line.from));
    if (end !== undefined) {
      const kept = moreIndented || indented ? breaks : breaks - 1;
      list.unit(kept === 0 ? " " : "\n".repeat(kept), end, line.from);
    }
    list.copy(line.from, line.to);
    end = line.to;
    breaks = 0;
    indented = moreIndented;
  }
}

function linesOf(text: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (let start = from; start <= to;) {
    const lineFeed = text.indexOf("\n", start);
    const ends = lineFeed === -1 || lineFeed >= to;
    const next = ends ? to : lineFeed + 1;
    let end = ends ? to : lineFeed;
    if (end > start && text[end - 1] === "\r") end--;
    let first = start;
    while (first < end && text[first] === " ") first++;
    lines.push({ start, text: first, end, next });
    if (ends) break;
    start = next;
  }
  return lines;
}

function isBlank(line: Line): boolean {
  return line.text === line.end;
}

/** How many spaces begin the given line of the value. */
function leadingSpaces(value: string, line: number): number {
  let from = 0;
  for (let k = 0; k < line; k++) from = value.indexOf("\n", from) + 1;
  let to = from;
  while (value[to] === " ") to++;
  return to - from;
}
