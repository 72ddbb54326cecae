import { detailsOf } from "./details.js";
import type { FileReport, LocatedDiagnostic } from "./report.js";
import { visible } from "./visible.js";
import { element, xmlDocument } from "./xml.js";

/**
 * Tests in the form of JUnit: a suite for each file, a failed test for each diagnostic, a passed one for a file without
 * any. https://github.com/testmoapp/junitxml
 */
export function formatJunit(reports: readonly FileReport[]): string {
  const suites = reports.map((report) => suiteOf(report));
  const sum = (count: (report: FileReport) => number): number => reports.map(count).reduce((a, b) => a + b, 0);
  return xmlDocument(
    element("testsuites", { name: "promql-lint", tests: sum(tests), failures: sum(failures), errors: 0 }, suites),
  );
}

function suiteOf(report: FileReport): string {
  const { path, diagnostics, skipped } = report;
  const counts = {
    tests: tests(report),
    failures: failures(report),
    errors: 0,
    skipped: skipped === undefined ? 0 : 1,
  };
  const passed = element("testcase", { name: "no findings", classname: path, file: path });
  const left = element("testcase", { name: "skipped", classname: path, file: path }, [
    element("skipped", { message: skipped }),
  ]);
  const cases = [
    ...diagnostics.map((diagnostic) => caseOf(path, diagnostic)),
    ...(skipped !== undefined ? [left] : diagnostics.length === 0 ? [passed] : []),
  ];
  return element("testsuite", { name: path, ...counts }, cases);
}

/** GitLab shows one of several tests that share their name and class, so the name holds the place. */
function caseOf(path: string, diagnostic: LocatedDiagnostic): string {
  const { code, severity, message, at } = diagnostic;
  const body = [
    `${visible(path)}:${at.line}:${at.column}: ${severity}: ${visible(message)} [${visible(code)}]`,
    ...detailsOf(diagnostic, path),
  ];
  return element(
    "testcase",
    { name: `${code} at ${at.line}:${at.column}`, classname: path, file: path, line: at.line },
    [element("failure", { type: severity, message }, body.join("\n"))],
  );
}

function tests({ diagnostics, skipped }: FileReport): number {
  return skipped === undefined ? Math.max(1, diagnostics.length) : diagnostics.length + 1;
}

function failures({ diagnostics }: FileReport): number {
  return diagnostics.length;
}
