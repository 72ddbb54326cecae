import { parseDuration } from "../../promql/durations.js";
import { unitOf } from "../../promql/unit-words.js";
import type { Cursor } from "../cursor.js";
import { isFiller, isRangeWord } from "./foreign-words.js";
import { withUnit } from "./units.js";

/** The length of a time behind an expression. */
export interface Time {
  readonly duration: string;
  /** How many lexemes it takes, and where they end. */
  readonly lexemes: number;
  readonly to: number;
  /** Whether it says how long ago: `5 minutes ago`. */
  readonly ago: boolean;
}

/**
 * Reads ahead, without taking it: `5m`, `(5m)`, `over the last 5 minutes`, `in the last hour`, `5m ago`; `begun` where such
 * a word stands before it.
 */
export function timeAhead(cursor: Cursor, begun = false): Time | undefined {
  if (cursor.peek().type === "(") {
    const time = lengthAt(cursor, 1, false);
    if (!time) return undefined;
    const close = cursor.peek(1 + time.count);
    if (close.type !== ")") return undefined;
    return { duration: time.duration, lexemes: time.count + 2, to: close.to, ago: false };
  }
  let ahead = 0;
  while (isTimeWord(cursor, ahead)) ahead += 1;
  const isUnit = ahead === 1 && cursor.peek().text.toLowerCase() === "in";
  const time = lengthAt(cursor, ahead, begun || (ahead > 0 && !isUnit));
  if (!time) return undefined;
  const after = cursor.peek(ahead + time.count);
  const ago = after.text === "ago" || after.text === "earlier";
  const lexemes = ahead + time.count + (ago ? 1 : 0);
  return { duration: time.duration, lexemes, to: cursor.peek(lexemes - 1).to, ago };
}

function isTimeWord(cursor: Cursor, ahead: number): boolean {
  const { type, text } = cursor.peek(ahead);
  return type === "identifier" && (isRangeWord(text) || (isFiller(text) && ahead > 0) || text === "the");
}

/** A duration, a number and its unit, or where `bare` a unit alone. */
function lengthAt(cursor: Cursor, ahead: number, bare: boolean): { duration: string; count: number } | undefined {
  const [first, second] = [cursor.peek(ahead), cursor.peek(ahead + 1)];
  if (first.type === "duration" && typeof parseDuration(first.text) === "number") {
    return { duration: first.text, count: 1 };
  }
  if (first.type === "number" && second.type === "identifier") {
    const duration = withUnit(first.text + second.text);
    return duration === undefined ? undefined : { duration, count: 2 };
  }
  const unit = bare && first.type === "identifier" && first.text.length > 1 ? unitOf(first.text) : undefined;
  return unit && { duration: `1${unit.unit}`, count: 1 };
}
