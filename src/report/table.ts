import { columnsOf } from "./cells.js";
import { visible } from "./visible.js";

/** A text in a table as a terminal shows it; numbers stand at the right of their column. */
export type TableCell = string | number;

/**
 * The lines of a table, whose columns are as wide as their widest cell; `paint` may colour the padded text of a cell by
 * its row and column. Control characters are written out.
 */
export function tableLines(
  rows: readonly (readonly TableCell[])[],
  paint: (text: string, row: number, column: number) => string = (text) => text,
): readonly string[] {
  const widths = columnWidths(rows);
  return rows.map((row, index) =>
    row
      .map((cell, column) => {
        const text = textOf(cell);
        const space = " ".repeat((widths[column] ?? 0) - columnsOf(text));
        const isRight = rows.some((other) => typeof other[column] === "number");
        const isLast = column === row.length - 1;
        return paint(isRight ? space + text : text + (isLast ? "" : space), index, column);
      })
      .join(gap)
      .trimEnd(),
  );
}

/** How many columns of the terminal the lines of a table take. */
export function tableWidth(rows: readonly (readonly TableCell[])[]): number {
  const widths = columnWidths(rows);
  return widths.reduce((sum, width) => sum + width, 0) + gap.length * Math.max(0, widths.length - 1);
}

const gap = "  ";

function columnWidths(rows: readonly (readonly TableCell[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, columnsOf(textOf(cell)));
    }
  }
  return widths;
}

function textOf(cell: TableCell): string {
  return typeof cell === "number" ? String(cell) : visible(cell);
}
