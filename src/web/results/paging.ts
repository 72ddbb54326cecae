/** How many rows are shown at first. */
export const firstRows = 100;

/** How many more rows a browser shows at once without a pause that is felt. */
const mostRows = 1000;

/** How many rows are shown after a press on the button below a table. */
export function nextRows(shown: number, all: number): number {
  return all <= mostRows ? all : Math.min(all, (shown < mostRows ? 0 : shown) + mostRows);
}
