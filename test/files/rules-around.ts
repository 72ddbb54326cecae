import { parseAllDocuments } from "yaml";
import { readSource, type SourceQuery } from "../../src/files/index.js";
import type { Edit } from "../../src/syntax/problem.js";

/** A rule file with one rule; `expr` is written as given, from the colon on. */
export function ruleFile(expr: string, after = "\n    labels: {a: b}\n"): string {
  return `groups:\n- name: g\n  rules:\n  - record: r\n    expr: ${expr}${after}`;
}

/** The only query of a file; an error where there are none or several. */
export function onlyQuery(text: string): SourceQuery {
  const { queries, problems } = readSource("rules.yaml", text);
  const [query] = queries;
  if (!query || queries.length > 1) throw new Error(`${queries.length} queries, ${JSON.stringify(problems)}`);
  return query;
}

/** The text after the edits, which are in order and do not overlap. */
export function apply(text: string, edits: readonly Edit[]): string {
  const ends = [0, ...edits.map(({ to }) => to)];
  const parts = edits.map(({ from, insert }, k) => text.slice(ends[k], from) + insert);
  return parts.join("") + text.slice(ends.at(-1));
}

/** Whether a text is YAML without errors. */
export function isYaml(text: string): boolean {
  return parseAllDocuments(text, { logLevel: "silent" }).every(({ errors }) => errors.length === 0);
}

/** Edits that fit the text and do not overlap. */
export function inside(text: string, changes: readonly { from: number; length: number; insert: string[] }[]): Edit[] {
  let end = 0;
  const fitting: Edit[] = [];
  for (const { from, length, insert } of changes.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(end, Math.min(from, text.length));
    end = Math.min(start + length, text.length);
    fitting.push({ from: start, to: end, insert: insert.join("") });
  }
  return fitting;
}
