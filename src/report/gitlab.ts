import type { Severity } from "../syntax/problem.js";
import { detailsOf } from "./details.js";
import { fingerprints } from "./fingerprint.js";
import type { FormatContext } from "./formats.js";
import { jsonText } from "./json-text.js";
import type { FileReport } from "./report.js";

/**
 * A Code Quality report for GitLab.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function formatGitlab(reports: readonly FileReport[], { hash }: Pick<FormatContext, "hash">): string {
  const names = fingerprints(reports, hash);
  const issues = reports.flatMap(({ path, diagnostics }) =>
    diagnostics.map((diagnostic) => {
      const { code, severity, message, at } = diagnostic;
      const details = detailsOf(diagnostic, path);
      return {
        type: "issue",
        description: message,
        check_name: code,
        fingerprint: names.get(diagnostic),
        severity: severities[severity],
        categories: ["Bug Risk"],
        content: details.length === 0 ? undefined : { body: details.join("\n\n") },
        location: {
          path,
          lines: { begin: at.line, end: at.endLine },
          positions: {
            begin: { line: at.line, column: at.column },
            end: { line: at.endLine, column: at.endColumn },
          },
        },
      };
    }),
  );
  return jsonText(issues);
}

const severities: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };
