import { columnsOf } from "../report/cells.js";
import type { Colors, Paint } from "../report/colors.js";
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
    return cellsOf(title, kind === "number" ? alignedNumbers(cells) : cells);
  });
  const needed = laidOut.reduce((sum, column) => sum + column.width, 0) + gap.length * (columns.length - 1);
  if (needed > width) return undefined;
  const line = (texts: readonly string[], paintOf: (k: number) => Paint): string =>
    laidOut
      .map(({ width: columnWidth }, k) => {
        const text = texts[k] ?? "";
        const padding = " ".repeat(columnWidth - columnsOf(text));
        return columns[k]?.kind === "number" ? padding + paintOf(k)(text) : paintOf(k)(text) + padding;
      })
      .join(gap)
      .trimEnd();
  const titles = columns.map(({ title }) => title);
  return [
    ...(titles.every((title) => title === "") ? [] : [line(titles, () => colors.dim)]),
    ...rows.map((_, row) =>
      line(
        laidOut.map(({ cells }) => cells[row] ?? ""),
        (k) => (columns[k]?.kind === "note" ? colors.dim : String),
      ),
    ),
  ];
}

function cellsOf(title: string, cells: readonly string[]): { cells: readonly string[]; width: number } {
  return { cells, width: cells.reduce((most, cell) => Math.max(most, columnsOf(cell)), columnsOf(title)) };
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

/** Numbers as texts of one length, with their decimal points below each other. */
export function alignedNumbers(texts: readonly string[]): readonly string[] {
  const parts = texts.map((text) => {
    const point = text.search(/[.e ]/);
    return point < 0 ? [text, ""] : [text.slice(0, point), text.slice(point)];
  });
  const before = Math.max(0, ...parts.map(([whole = ""]) => columnsOf(whole)));
  const after = Math.max(0, ...parts.map(([, rest = ""]) => columnsOf(rest)));
  return parts.map(([whole = "", rest = ""]) => {
    const [left, right] = [before - columnsOf(whole), after - columnsOf(rest)];
    return `${" ".repeat(left)}${whole}${rest}${" ".repeat(right)}`;
  });
}
