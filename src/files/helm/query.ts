import { parse } from "../../syntax/parse.js";
import type { Span } from "../../syntax/problem.js";
import type { Placeholder } from "./mask.js";

/** A query of a template as it is checked; it is as long as the masked one. */
export interface TemplateQuery {
  /** Variables stand for values, and blanks for what chooses between parts: the first branch is read. */
  readonly text: string;
  /** What is blank and holds something in the file. */
  readonly blanks: readonly Span[];
}

/** The masked query as it can be checked; `undefined` where only Helm knows what becomes of it. */
export function templateQuery(
  masked: string,
  placeholders: ReadonlyMap<string, Placeholder>,
): TemplateQuery | undefined {
  const blanks: Span[] = [];
  const branches: boolean[] = [];
  let deadFrom: number | undefined;
  let hasValue = false;
  for (const match of masked.matchAll(token)) {
    const kinds = placeholders.get(match[0])?.kinds;
    if (!kinds) continue;
    const to = match.index + match[0].length;
    const isValue = kinds.includes("value");
    if (isValue && deadFrom === undefined) hasValue = true;
    if (!isValue) blanks.push({ from: match.index, to });
    for (const kind of kinds) {
      if (kind === "open") branches.push(false);
      if (kind === "else" && branches.at(-1) === false) {
        branches[branches.length - 1] = true;
        deadFrom ??= match.index;
      }
      if (kind === "end" && branches.pop() && !branches.includes(true) && deadFrom !== undefined) {
        blanks.push({ from: deadFrom, to });
        deadFrom = undefined;
      }
    }
  }
  const text = blanked(masked, blanks);
  const hasWords = text.replace(token, (part) => (placeholders.has(part) ? "" : part)).trim() !== "";
  const isOpen = hasValue || blanks.length > 0;
  if (!hasWords || (isOpen && parse(text, { variables: "grafana" }).problems.length > 0)) return undefined;
  return { text, blanks };
}

/** Strings and comments as a whole, so that what stands in them is left alone. */
const token = /\$\{h\w*\}|"[^"\\]*(?:\\[^][^"\\]*)*"?|'[^'\\]*(?:\\[^][^'\\]*)*'?|`[^`]*`?|#[^\n]*/g;

function blanked(text: string, spans: readonly Span[]): string {
  let result = "";
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    result += text.slice(result.length, Math.max(result.length, from));
    result += text.slice(result.length, to).replace(/[^\n]/g, " ");
  }
  return result + text.slice(result.length);
}
