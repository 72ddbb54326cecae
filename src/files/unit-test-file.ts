import type { DocumentReader, Entries } from "./document-reader.js";
import type { Entry } from "./mapping.js";

/**
 * Whether a file holds unit tests for `promtool test rules`. Source:
 * https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/
 */
export function isUnitTestFile(reader: DocumentReader, entries: Entries): boolean {
  return reader.peekItems(entries.get("tests")).some((test) => {
    const keys = reader.peek(test);
    return ["promql_expr_test", "alert_rule_test", "input_series"].some((key) => keys?.has(key));
  });
}

/** Collects the queries that unit tests evaluate. The series of their input are written in another language. */
export function readUnitTests(reader: DocumentReader, tests: Entry | undefined, field: string): void {
  for (const [k, test] of reader.items(tests, "tests").entries()) {
    const cases = test && reader.entries(test, "test")?.get("promql_expr_test");
    for (const [n, node] of reader.items(cases, "promql_expr_test").entries()) {
      const entry = node && reader.entries(node, "promql_expr_test")?.get("expr");
      const expr = reader.text(entry, `${field}[${k}].promql_expr_test[${n}].expr`, "expr");
      if (expr) reader.query(entry, expr, "instant");
    }
  }
}
