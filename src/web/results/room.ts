/** Characters that the labels of a series may have on a page of so many pixels, so that the value beside them is seen. */
export function roomFor(width: number): number {
  return Math.min(100, Math.floor(width / 9) - 16);
}
