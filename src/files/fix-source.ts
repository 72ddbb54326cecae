import { applyEdits, chooseFixes } from "../lint/fix.js";
import { parse } from "../syntax/parse.js";
import { lintSource, type SourceOptions } from "./lint-source.js";
import { readSource } from "./read.js";
import type { Source } from "./source.js";

/** How a file is fixed. */
export interface FixSourceOptions extends SourceOptions {
  /** Apply fixes that may change a result as well. */
  readonly review?: boolean;
}

/** A file after its fixes. */
export interface FixedSource {
  readonly source: Source;
  /** The titles of the fixes, in the order in which they were applied. */
  readonly applied: readonly string[];
}

/** Fixes may make room for others; more rounds than this means that two of them undo each other. */
const maxRounds = 10;

/**
 * Applies the first fix of each diagnostic, round after round. Every byte that no fix is about stays as it is. A round
 * that would leave more errors in the file, or more syntax errors in a query, is not applied.
 */
export function fixSource(source: Source, options: FixSourceOptions): FixedSource {
  const applied: string[] = [];
  let current = source;
  for (let round = 0; round < maxRounds; round++) {
    const fixes = chooseFixes(lintSource(current, options), options.review === true);
    const text = applyEdits(
      current.text,
      fixes.flatMap(({ edits }) => edits),
    );
    if (text === current.text) break;
    const next = readSource(current.path, text);
    if (next.problems.length > current.problems.length || breaksQuery(current, next)) break;
    applied.push(...fixes.map(({ title }) => title));
    current = next;
  }
  return { source: current, applied };
}

function breaksQuery(before: Source, after: Source): boolean {
  return after.queries.some(({ text }, k) => syntaxErrors(text) > syntaxErrors(before.queries[k]?.text ?? text));
}

function syntaxErrors(text: string): number {
  return parse(text, { variables: "grafana" }).problems.length;
}
