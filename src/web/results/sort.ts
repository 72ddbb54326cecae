import type { ResultColumn, ResultTable } from "./result-table.js";

/** By which column the rows of a table are sorted. */
export interface Sort {
  readonly title: string;
  /** A label may be called as the values are. */
  readonly kind: ResultColumn["kind"];
  readonly direction: "ascending" | "descending";
}

const order = new Intl.Collator("en", { numeric: true });

/** The numbers of the rows in their order; that of the result without a sort, or with one by a column that is not there. */
export function sortedRows({ columns, length }: ResultTable, sort: Sort | undefined): readonly number[] {
  const rows = Array.from({ length }, (_, row) => row);
  const keys = sort && columns.find((column) => isSortedBy(column, sort))?.keys;
  if (!keys) return rows;
  const sign = sort.direction === "ascending" ? 1 : -1;
  return rows.sort((a, b) => compare(keys[a], keys[b], sign));
}

/** Numbers by size, what is none after them in both directions; texts as people sort them. */
function compare(a: string | number | undefined, b: string | number | undefined, sign: number): number {
  if (typeof a !== "number" || typeof b !== "number") return sign * order.compare(String(a), String(b));
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a === b ? 0 : a < b ? -sign : sign;
}

/** Whether a column is the one by which rows are sorted. */
export function isSortedBy({ title, kind }: Pick<ResultColumn, "title" | "kind">, sort: Sort | undefined): boolean {
  return sort?.title === title && sort.kind === kind;
}

/** The sort after a press on a column's title: numbers from the greatest, texts from the first, then the other way, then none. */
export function nextSort({ title, kind }: ResultColumn, sort: Sort | undefined): Sort | undefined {
  const directions: readonly Sort["direction"][] =
    kind === "number" ? ["descending", "ascending"] : ["ascending", "descending"];
  const isSorted = isSortedBy({ title, kind }, sort);
  const next = sort && isSorted ? directions[directions.indexOf(sort.direction) + 1] : directions[0];
  return next && { title, kind, direction: next };
}
