import { lineEnd, nextLine } from "../syntax/lines.js";
import type { Span } from "../syntax/problem.js";
import type { Paint } from "./colors.js";
import type { Label } from "./label.js";
import { viewOf, type View } from "./view.js";

/** A stretch of the text in a colour. */
export interface PaintedSpan extends Span {
  readonly paint: Paint;
}

/** A row of a frame: a line of the text, marks under it, or what stands for lines left out. */
export type Row =
  | { readonly kind: "line"; readonly number: number; readonly text: string }
  | { readonly kind: "marks"; readonly text: string }
  | { readonly kind: "gap" };

/** How a frame is drawn. */
export interface FrameOptions {
  /** Columns that a row of the text may take; a longer line is cut around what is marked. */
  readonly width: number;
  readonly painted: readonly PaintedSpan[];
}

/** The lines that the labels touch, each followed by its marks; of a label over many lines the middle is left out. */
export function frame(text: string, labels: readonly Label[], { width, painted }: FrameOptions): Row[] {
  const rows: Row[] = [];
  let previous: Line | undefined;
  for (const [line, pieces] of byLine(labels.flatMap((label) => piecesOf(text, label)))) {
    if (previous && line.number === previous.number + 2) {
      const between = lineAt(text, previous.end, previous.number + 1);
      rows.push(sourceRow(between, viewOf(text, between, between, width), painted));
    } else if (previous && line.number > previous.number + 2) rows.push({ kind: "gap" });
    rows.push(...marked(line, pieces));
    previous = line;
  }
  return rows;

  function* marked(line: Line, pieces: readonly Piece[]): Generator<Row> {
    let waiting = pieces;
    for (let focus = waiting[0]; focus; focus = waiting[0]) {
      const view = viewOf(text, line, focus.at, width);
      const isShown = (piece: Piece): boolean => piece === focus || view.shows(piece.at.from);
      yield sourceRow(line, view, painted);
      for (const piece of waiting.filter(isShown)) yield markRow(view, piece);
      waiting = waiting.filter((piece) => !isShown(piece));
    }
  }
}

/** A line without its line break; `end` is where the next one starts. */
interface Line extends Span {
  readonly number: number;
  readonly end: number;
}

/** The part of a label that lies on one line. */
interface Piece {
  readonly line: Line;
  readonly at: Span;
  readonly mark: string;
  readonly message: string;
  readonly paint: Paint;
}

const linesAtStart = 3;

function piecesOf(text: string, { at, mark, message = "", paint }: Label): Piece[] {
  const { from, to } = at;
  const first = lineAt(text, from - at.column + 1, at.line);
  const pieces: Piece[] = [];
  for (let line = first; ; line = lineAt(text, line.end, line.number + 1)) {
    const part = withoutBlanks(text, Math.max(from, line.from), Math.min(to, line.to));
    if (part.from < part.to) pieces.push({ line, at: part, mark, message: "", paint });
    if (line.end >= to || line.end === line.to) break;
  }
  const place = Math.min(from, first.to);
  const last = pieces.pop() ?? { line: first, at: { from: place, to: Math.max(place, Math.min(to, first.to)) } };
  return [...pieces.slice(0, linesAtStart), { line: last.line, at: last.at, mark, message, paint }];
}

function lineAt(text: string, from: number, number: number): Line {
  const to = lineEnd(text, from);
  return { from, to, end: nextLine(text, to), number };
}

function withoutBlanks(text: string, from: number, to: number): Span {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  return { from: start, to: Math.max(start, from + part.trimEnd().length) };
}

/** In the order of the text; on each line in the order of the labels. */
function byLine(pieces: readonly Piece[]): [Line, Piece[]][] {
  const lines = new Map<number, [Line, Piece[]]>();
  for (const piece of pieces) {
    const known = lines.get(piece.line.from);
    if (known) known[1].push(piece);
    else lines.set(piece.line.from, [piece.line, [piece]]);
  }
  return [...lines.values()].sort(([a], [b]) => a.from - b.from);
}

function sourceRow(line: Line, view: View, painted: readonly PaintedSpan[]): Row {
  const first = view.cells[0]?.from ?? line.from;
  const last = view.cells.at(-1)?.to ?? line.to;
  const near = painted.filter((span) => span.from < last && span.to > first);
  let text = "";
  let run = "";
  let paint: Paint | undefined;
  for (const cell of view.cells) {
    const own = near.find((span) => span.from <= cell.from && cell.from < span.to)?.paint;
    if (own !== paint) {
      text += paint ? paint(run) : run;
      run = "";
      paint = own;
    }
    run += cell.shown;
  }
  text += paint ? paint(run) : run;
  return { kind: "line", number: line.number, text: text.trimEnd() };
}

function markRow(view: View, { at, mark, message, paint }: Piece): Row {
  const { before, width } = view.columns(at);
  return { kind: "marks", text: " ".repeat(before) + paint(mark.repeat(width) + (message && ` ${message}`)) };
}
