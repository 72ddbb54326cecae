import { columnsOf } from "../report/cells.js";
import type { Colors } from "../report/colors.js";
import { tableLines, tableWidth } from "../report/table.js";
import { alignedNumbers } from "./aligned-numbers.js";
import { wrapped } from "./wrap.js";

/** A row of a table: cells that are safe for a terminal, by column. */
export type TableRow = readonly string[];

/** A column: its title and how its cells stand. */
export interface TableColumn {
  readonly title: string;
  /** Numbers stand with their decimal points below each other. */
  readonly kind: "text" | "number" | "note";
}

const gap = "  ";

/** A table whose lines fit into `width`; nothing where they do not. Without titles where all are empty. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  width: number,
  colors: Colors,
): readonly string[] | undefined {
  const laidOut = columns.map(({ title, kind }, k) => {
    const cells = rows.map((row) => row[k] ?? "");
    return kind === "number" ? rightAligned([title, ...alignedNumbers(cells)]) : [title, ...cells];
  });
  const hasTitles = columns.some(({ title }) => title !== "");
  const lines = [undefined, ...rows].map((_, row) => laidOut.map((cells) => cells[row] ?? ""));
  const shown = hasTitles ? lines : lines.slice(1);
  if (tableWidth(shown) > width) return undefined;
  return tableLines(shown, (text, row, column) =>
    (hasTitles && row === 0) || columns[column]?.kind === "note" ? colors.dim(text) : text,
  );
}

function rightAligned(cells: readonly string[]): readonly string[] {
  const width = Math.max(...cells.map(columnsOf));
  return cells.map((cell) => " ".repeat(width - columnsOf(cell)) + cell);
}

/** For narrow terminals: each row's number, and what belongs to it beside it, on as many lines as it takes. */
export function list(rows: readonly { readonly value: string; readonly text: string }[], width: number): string[] {
  const values = alignedNumbers(rows.map(({ value }) => value));
  const indent = Math.max(0, ...values.map(columnsOf)) + gap.length;
  if (indent > width / 2) {
    return rows.flatMap(({ value, text }) => [
      ...wrapped(value, width),
      ...wrapped(text, width - gap.length).map((line) => gap + line),
    ]);
  }
  return rows.flatMap(({ text }, k) => {
    const [first = "", ...more] = wrapped(text, width - indent);
    return [`${(values[k] ?? "").padEnd(indent)}${first}`.trimEnd(), ...more.map((line) => " ".repeat(indent) + line)];
  });
}
