import { recommended } from "../../rules/index.js";
import type { CatalogueEntry } from "../../src/catalogue/entry.js";
import { lintEntry, lintOptionsOf } from "../../src/catalogue/lint-entry.js";
import { fixSource, readSource } from "../../src/files/index.js";
import { applyEdits } from "../../src/lint/fix.js";

/** What each fix of a query alone makes of it, and all of them together, in the use of an entry. */
export function repaired(entry: CatalogueEntry, query: string): readonly string[] {
  const alone = lintEntry(entry, query, recommended).flatMap(({ fixes = [] }) =>
    fixes.map(({ edits }) => applyEdits(query, edits)),
  );
  const source = sourceOf(entry, query);
  const all = fixSource(source, { ...lintOptionsOf(entry, recommended), review: true }).source;
  return [...alone, ...all.queries.map(({ text }) => text)];
}

function sourceOf({ kind }: CatalogueEntry, query: string) {
  if (kind !== "alert") return readSource("query.promql", query);
  const rule = { alert: "Catalogued", expr: query, for: "10m" };
  return readSource("rules.json", JSON.stringify({ groups: [{ name: "catalogue", rules: [rule] }] }));
}
