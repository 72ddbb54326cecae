import { recommended } from "../../rules/index.js";
import { type CatalogueEntry } from "../../src/catalogue/entry.js";
import { fixSource, lintSource, readSource, type SourceDiagnostic, type SourceOptions } from "../../src/files/index.js";
import { applyEdits } from "../../src/lint/fix.js";
import type { PrometheusTarget } from "../../src/promql/features.js";

/** The oldest server for which an entry without further demands is written. */
export const oldest = "2.42";

/** The oldest server that has all that an entry wants. */
export function serverFor({ requires: { prometheus, features = [] } }: CatalogueEntry): PrometheusTarget {
  return { version: prometheus?.match(/[\d.]+/)?.[0] ?? oldest, features };
}

/** What is found in a query that is used as an entry's is: in an alerting rule, over a range, or at a moment. */
export function findings(entry: CatalogueEntry, query: string): readonly SourceDiagnostic[] {
  return lintSource(sourceOf(entry, query), optionsFor(entry));
}

/** What each fix of a query alone makes of it, and all of them together. */
export function repaired(entry: CatalogueEntry, query: string): readonly string[] {
  const source = sourceOf(entry, query);
  const alone = lintSource(source, optionsFor(entry)).flatMap(({ fixes = [] }) =>
    fixes.map(({ edits }) => readSource(source.path, applyEdits(source.text, edits))),
  );
  const all = fixSource(source, { ...optionsFor(entry), review: true }).source;
  return [...alone, all].flatMap(({ queries }) => queries.map(({ text }) => text));
}

function sourceOf({ kind }: CatalogueEntry, query: string) {
  if (kind !== "alert") return readSource("query.promql", query);
  const rule = { alert: "Catalogued", expr: query, for: "10m" };
  return readSource("rules.json", JSON.stringify({ groups: [{ name: "catalogue", rules: [rule] }] }));
}

/** Prometheus scrapes every 15 seconds, as in the demo cluster. */
function optionsFor(entry: CatalogueEntry): SourceOptions {
  return {
    rules: recommended,
    use: entry.kind,
    prometheus: serverFor(entry),
    settings: { scrapeInterval: 15 },
  };
}
