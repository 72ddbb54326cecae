import type { UnappliedFix } from "../lint/fix-rounds.js";
import { lineStarts, positionAt } from "../syntax/lines.js";
import { note } from "./terminal.js";

/** Says which of the fixes that were asked for are left, and why. `text` is what is left. */
export function sayUnapplied(path: string, text: string, unapplied: readonly UnappliedFix[]): void {
  const starts = lineStarts(text);
  for (const { code, at, hindrance } of unapplied) {
    const reason = reasons[hindrance];
    if (reason === undefined) continue;
    const { line, column } = positionAt(starts, at.from);
    note(`${path}:${line}:${column}: a fix is not applied, since ${reason} [${code}]`);
  }
}

/** Nobody has asked for a suggestion, and the summary counts what `--fix-review` would do. */
const reasons: Readonly<Record<UnappliedFix["hindrance"], string | undefined>> = {
  overlap: "it touches the same text as another one",
  syntax: "it would leave more mistakes than there are",
  "no-change": "it changes nothing",
  rounds: "fixes seem to undo each other",
  review: undefined,
  suggestion: undefined,
};
