/**
 * A part of a scalar's value and where it stands in the file. With `length === width` the two agree character by
 * character; otherwise it is one unit, such as an escape or a folded line break.
 */
export interface Segment {
  /** Where it begins in the value. */
  readonly from: number;
  /** UTF-16 units in the value. */
  readonly length: number;
  /** Where it begins in the file. */
  readonly at: number;
  /** UTF-16 units in the file. */
  readonly width: number;
}

/** Collects segments, joins those that continue each other, and spells out the value they stand for. */
export class SegmentList {
  readonly segments: Segment[] = [];
  value = "";
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Characters of the file that stand for themselves. */
  copy(at: number, to: number): void {
    if (to <= at) return;
    this.push(to - at, at, to - at);
    this.value += this.text.slice(at, to);
  }

  /** Characters `at` to `to` of the file that stand for `value`. */
  unit(value: string, at: number, to: number): void {
    if (value === "") return;
    this.push(value.length, at, to - at);
    this.value += value;
  }

  private push(length: number, at: number, width: number): void {
    const last = this.segments.at(-1);
    const continues = last?.length === last?.width && length === width && last && last.at + last.width === at;
    if (continues) {
      this.segments[this.segments.length - 1] = { ...last, length: last.length + length, width: last.width + width };
    } else {
      this.segments.push({ from: this.value.length, length, at, width });
    }
  }
}
