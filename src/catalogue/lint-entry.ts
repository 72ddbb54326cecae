import { withQueries } from "../files/rule-files/file.js";
import { readSource } from "../files/read.js";
import { inOrder, lint, type LintOptions, readQuery } from "../lint/lint.js";
import { lintRules, type RuleDiagnostic } from "../lint/lint-rules.js";
import type { Diagnostic, Rule } from "../lint/rule.js";
import type { PrometheusTarget } from "../promql/features.js";
import type { CatalogueEntry } from "./entry.js";

/** The oldest server for which an entry without further demands is written. */
export const oldestServer = "2.42";

/** The oldest server that has all that an entry wants. */
export function serverFor({
  requires: { prometheus, features = [] },
}: Pick<CatalogueEntry, "requires">): PrometheusTarget {
  return { version: prometheus?.match(/[\d.]+/)?.[0] ?? oldestServer, features };
}

/** How an entry is linted: for the oldest server, with the scrape interval of the demo cluster. */
export function lintOptionsOf(entry: CatalogueEntry, rules: readonly Rule[]): LintOptions {
  return { rules, use: entry.kind, prometheus: serverFor(entry), settings: { scrapeInterval: 15 } };
}

/**
 * What is found in a query that is used as an entry's is: in an alerting rule, over a range, or at a moment. The places are
 * those of the query.
 */
export function lintEntry(entry: CatalogueEntry, query: string, rules: readonly Rule[]): readonly Diagnostic[] {
  const options = lintOptionsOf(entry, rules);
  const found = lint(query, options);
  if (entry.kind !== "alert") return found;
  const rule = { alert: "Catalogued", expr: query, for: "10m" };
  const { ruleFiles } = readSource("rules.json", JSON.stringify({ groups: [{ name: "catalogue", rules: [rule] }] }));
  const files = ruleFiles.map((file) => withQueries(file, () => readQuery(query, options)));
  return inOrder([...found, ...lintRules(files, rules).flatMap(inExpression)]);
}

/** A diagnostic of an alerting rule as one of its expression; none where it is about something else. */
function inExpression({ at, because, fixes, ...rest }: RuleDiagnostic): readonly Diagnostic[] {
  const isExpression = ({ field }: { readonly field: string }) => field.endsWith(".expr");
  if (!isExpression(at)) return [];
  const causes = because?.filter((cause) => isExpression(cause.at));
  const own = fixes?.filter(({ edits }) => edits.every((edit) => isExpression(edit)));
  return [
    {
      ...rest,
      at: at.span,
      ...(causes && { because: causes.map((cause) => ({ ...cause, at: cause.at.span })) }),
      ...(own && {
        fixes: own.map((fix) => ({ ...fix, edits: fix.edits.map(({ span, insert }) => ({ ...span, insert })) })),
      }),
    },
  ];
}
