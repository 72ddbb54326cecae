/**
 * Whether a query is LogQL, the language of Loki, for certain: it filters or parses log lines, or counts their bytes.
 * Source: https://grafana.com/docs/loki/latest/query/log_queries/
 */
export function isLogQL(text: string): boolean {
  if (!/[|!]|bytes_/.test(text)) return false;
  return logQL.test(text.replace(strings, '""'));
}

/** A string that is never closed goes on to the end, so that it is read once. */
const strings = /"(?:[^"\\]|\\[^]?)*(?:"|$)|'(?:[^'\\]|\\[^]?)*(?:'|$)|`[^`]*(?:`|$)/g;
const logQL = /\}\s*(?:\||![=~>]\s*")|\bbytes_(?:rate|over_time)\s*\(|\|\s*(?:json|logfmt|unwrap|line_format)\b/;
