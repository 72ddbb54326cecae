import { isObject } from "../schema/object.js";
import type { Progress } from "./session.js";

/** Progress as it is kept; ends with a line break. */
export function progressText(progress: Progress): string {
  return `${JSON.stringify(progress, null, 2)}\n`;
}

/** Reads kept progress; nothing where the text is none. */
export function readProgress(kept: string): Progress | undefined {
  const data = parsed(kept);
  if (!isObject(data)) return undefined;
  const { version, exercise, solved, hints, answers } = data;
  if (version !== 1 || !isText(exercise)) return undefined;
  if (!isRecordOf(solved, isText) || !isRecordOf(hints, isCount) || !isArrayOf(answers, isText)) return undefined;
  return { version, exercise, solved, hints, answers };
}

function parsed(kept: string): unknown {
  try {
    return JSON.parse(kept);
  } catch {
    return undefined;
  }
}

/** Queries are the longest. */
const maxLength = 20_000;

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= maxLength;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isRecordOf<T>(value: unknown, is: (item: unknown) => item is T): value is Record<string, T> {
  return isObject(value) && Object.values(value).every(is);
}

function isArrayOf<T>(value: unknown, is: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(is);
}
