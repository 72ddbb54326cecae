import type { DifferenceLine } from "./outcome.js";

/** What is compared: `key` tells what belongs together, `lines` is what people read of it. */
export interface ComparedItem {
  readonly key: string;
  readonly lines: readonly string[];
}

/**
 * What was expected beside what came, in the order of the keys. Of two with one key only the lines are told apart that
 * differ.
 */
export function differenceOf(
  expected: readonly ComparedItem[],
  found: readonly ComparedItem[],
): readonly DifferenceLine[] {
  const lines: DifferenceLine[] = [];
  const left = byKey(expected);
  const right = byKey(found);
  for (let i = 0, k = 0; i < left.length || k < right.length;) {
    const [a, b] = [left[i], right[k]];
    if (a && b && a.key === b.key) {
      lines.push(...compareLines(a.lines, b.lines));
      i++;
      k++;
    } else if (a && (!b || a.key < b.key)) {
      lines.push(...a.lines.map((text) => ({ kind: "missing" as const, text })));
      i++;
    } else if (b) {
      lines.push(...b.lines.map((text) => ({ kind: "unexpected" as const, text })));
      k++;
    }
  }
  return lines;
}

function byKey(items: readonly ComparedItem[]): readonly ComparedItem[] {
  return items.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** Lines that both have are in the same order in both. */
function compareLines(expected: readonly string[], found: readonly string[]): readonly DifferenceLine[] {
  const lines: DifferenceLine[] = [];
  let k = 0;
  for (const text of expected) {
    const at = found.indexOf(text, k);
    if (at === -1) {
      lines.push({ kind: "missing", text });
      continue;
    }
    while (k < at) lines.push({ kind: "unexpected", text: found[k++] ?? "" });
    lines.push({ kind: "same", text });
    k = at + 1;
  }
  for (const text of found.slice(k)) lines.push({ kind: "unexpected", text });
  return lines;
}
