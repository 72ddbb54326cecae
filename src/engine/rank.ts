/**
 * The rows with the greatest values, or the least ones, in that order; `NaN` comes last. Of equal ones, those are
 * dropped that Prometheus' heap would drop.
 */
export function topOf(
  rows: readonly number[],
  valueOf: (row: number) => number,
  wanted: number,
  operator: "topk" | "bottomk",
): readonly number[] {
  const sign = operator === "topk" ? 1 : -1;
  /** What is dropped first stands first. */
  const isLess = (a: number, b: number) => Number.isNaN(valueOf(a)) || sign * valueOf(a) < sign * valueOf(b);
  const heap: number[] = [];
  for (const row of rows) {
    if (heap.length < wanted) {
      heap.push(row);
      siftUp(heap, isLess);
      continue;
    }
    const [worst = row] = heap;
    const [value, held] = [sign * valueOf(row), sign * valueOf(worst)];
    if (!(held < value || (Number.isNaN(held) && !Number.isNaN(value)))) continue;
    heap[0] = row;
    siftDown(heap, isLess);
  }
  return heap.sort((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return x === y ? 0 : sign * (x < y ? 1 : -1);
  });
}

type Less = (a: number, b: number) => boolean;

function siftUp(heap: number[], isLess: Less): void {
  for (let at = heap.length - 1; at > 0;) {
    const parent = (at - 1) >> 1;
    if (!swapIfLess(heap, at, parent, isLess)) return;
    at = parent;
  }
}

function siftDown(heap: number[], isLess: Less): void {
  for (let at = 0; ;) {
    const left = 2 * at + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const child = right < heap.length && isLess(heap[right] ?? 0, heap[left] ?? 0) ? right : left;
    if (!swapIfLess(heap, child, at, isLess)) return;
    at = child;
  }
}

function swapIfLess(heap: number[], from: number, to: number, isLess: Less): boolean {
  const [a, b] = [heap[from] ?? 0, heap[to] ?? 0];
  if (!isLess(a, b)) return false;
  heap[from] = b;
  heap[to] = a;
  return true;
}
