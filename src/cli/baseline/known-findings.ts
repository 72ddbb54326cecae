import type { Source, SourceDiagnostic } from "../../files/index.js";
import { parse } from "../../syntax/parse.js";
import { print } from "../../syntax/print.js";
import { sha256 } from "../sha256.js";
import type { KnownFinding } from "./baseline-schema.js";

/** Findings by what tells them apart, each with its count. */
export type KnownFindings = Map<string, KnownFinding>;

/**
 * The findings of a file under its path in the baseline, in the order given. With `before`, the file before its fixes, a
 * query is taken as it was there.
 */
export function findingsOf(
  path: string,
  source: Source,
  diagnostics: readonly SourceDiagnostic[],
  before: Source = source,
): readonly KnownFinding[] {
  const queries = new Map([...source.queries, ...before.queries].map(({ field, text }) => [field, text]));
  const canonical = new Map<string, string>();
  return diagnostics.map(({ code, rule, field = "", at }) => {
    const query = queries.get(field);
    const text =
      query === undefined ? source.text.slice(at.from, at.to) : (canonical.get(query) ?? withoutLayout(query));
    if (query !== undefined) canonical.set(query, text);
    const fingerprint = sha256(JSON.stringify([rule ?? "", text])).slice(0, 16);
    return { path, code, ...(rule !== undefined && { rule }), fingerprint, count: 1 };
  });
}

/** A query in one line and without comments, so that formatting it makes no new findings of the old. */
function withoutLayout(query: string): string {
  const { expr, problems } = parse(query, { variables: "grafana" });
  return expr && problems.length === 0 ? print(expr) : query.trim();
}

/** What tells a finding from others. */
function keyOf({ path, code, rule, fingerprint }: KnownFinding): string {
  return JSON.stringify([path, code, rule ?? "", fingerprint]);
}

/** Adds findings to those that are known. */
export function addFindings(known: KnownFindings, findings: Iterable<KnownFinding>): KnownFindings {
  for (const finding of findings) {
    const key = keyOf(finding);
    known.set(key, { ...finding, count: finding.count + (known.get(key)?.count ?? 0) });
  }
  return known;
}

/** Takes a finding away, once or more often; returns whether it was known. */
export function takeFinding(known: KnownFindings, finding: KnownFinding, count = 1): boolean {
  const key = keyOf(finding);
  const found = known.get(key);
  if (!found) return false;
  if (found.count > count) known.set(key, { ...found, count: found.count - count });
  else known.delete(key);
  return true;
}

/** The text of a baseline: a line for each finding, sorted, so that changes are easy to read and to merge. */
export function baselineText(known: KnownFindings): string {
  const sorted = Array.from(known, ([key, finding]) => ({ key, finding })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const lines = sorted.map(({ finding: { path, code, rule, fingerprint, count } }) =>
    JSON.stringify({ path, code, rule, fingerprint, count }),
  );
  const findings = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
  return `{\n  "$schema": "${schemaUrl}",\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}

const schemaUrl = "https://unpkg.com/promql-lint/docs/schemas/baseline.schema.json";
