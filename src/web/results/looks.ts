/** How a series is drawn: a colour of the style sheet, and lengths of dashes in pixels; none for a solid line. */
export interface Look {
  /** From 1. */
  readonly color: number;
  readonly dash: readonly number[];
}

/** How many colours the style sheet has for series. */
export const colorCount = 8;

/** For those who cannot tell the colours apart. */
const dashes: readonly (readonly number[])[] = [[], [9, 4], [3, 3], [12, 3, 3, 3], [16, 5], [8, 3, 2, 3, 2, 3], [2, 5]];

/** Colours and dashes take turns of their own, so that 56 series look different. */
export function lookOf(index: number): Look {
  return { color: (index % colorCount) + 1, dash: dashes[index % dashes.length] ?? [] };
}
