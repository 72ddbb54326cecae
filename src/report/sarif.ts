import type { Log, Notification, ReportingDescriptor, Result, Suppression } from "sarif";
import type { Severity } from "../syntax/problem.js";
import { adviceOf } from "./advice.js";
import { fingerprints } from "./fingerprint.js";
import type { CodeDescription, FormatContext } from "./formats.js";
import { jsonText } from "./json-text.js";
import type { FileReport, LocatedDiagnostic } from "./report.js";
import { fileLocation, fixOf, folder, physicalLocation, regionOf, type Places } from "./sarif-places.js";

/** What the report needs besides the diagnostics. */
export type SarifContext = Pick<FormatContext, "version" | "describe" | "uriOf" | "root" | "hash" | "complete">;

/**
 * A SARIF 2.1.0 log with one run, for GitHub code scanning and editors.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(reports: readonly FileReport[], context: SarifContext): string {
  const results = reports.flatMap(resultsOf);
  const diagnostics = results.map(({ diagnostic }) => diagnostic);
  const first = new Map(diagnostics.toReversed().map((diagnostic) => [diagnostic.code, diagnostic]));
  const codes = [...first.keys()].sort();
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const names = fingerprints(reports, context.hash);
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "promql-lint",
            version: context.version,
            semanticVersion: context.version,
            informationUri: "https://www.npmjs.com/package/promql-lint",
            rules: codes.map((code) => ruleOf(code, first.get(code)?.severity ?? "error", context.describe(code))),
          },
        },
        invocations: [{ executionSuccessful: context.complete, toolExecutionNotifications: skips(reports, context) }],
        originalUriBaseIds: { [folder]: { uri: context.root } },
        columnKind: "utf16CodeUnits",
        newlineSequences: ["\r\n", "\n", "\r"],
        results: results.map(({ report, diagnostic, suppressions }) => ({
          ruleId: diagnostic.code,
          ruleIndex: indexes.get(diagnostic.code) ?? -1,
          ...resultOf(report, diagnostic, context),
          partialFingerprints: { "promqlLint/v1": names.get(diagnostic) ?? "" },
          ...(suppressions && { suppressions }),
        })),
      },
    ],
  };
  return jsonText(log);
}

interface FoundResult {
  readonly report: FileReport;
  readonly diagnostic: LocatedDiagnostic;
  readonly suppressions?: Suppression[];
}

/** What is suppressed is a result too, so that a reader can tell it from what is repaired. */
function resultsOf(report: FileReport): FoundResult[] {
  return [
    ...report.diagnostics.map((diagnostic) => ({ report, diagnostic })),
    ...(report.suppressed ?? []).map(({ diagnostic, comment, reason }) => {
      const kind = comment ? ("inSource" as const) : ("external" as const);
      return { report, diagnostic, suppressions: [{ kind, ...(reason !== undefined && { justification: reason }) }] };
    }),
  ];
}

function resultOf({ path, text }: FileReport, diagnostic: LocatedDiagnostic, places: Places): Result {
  const { severity, message, at, because = [], fixes = [], field } = diagnostic;
  const name = diagnostic.rule ?? diagnostic.panel;
  const advice = adviceOf({ ...diagnostic, fixes: [] }, () => undefined);
  const logical = {
    ...(name !== undefined && { name }),
    ...(field !== undefined && { fullyQualifiedName: field }),
  };
  return {
    level: levels[severity],
    message: { text: [message, ...advice.map(({ label, text }) => `${label}: ${text}`)].join("\n") },
    locations: [
      {
        physicalLocation: physicalLocation(path, regionOf(at, text), places),
        ...(Object.keys(logical).length > 0 && { logicalLocations: [logical] }),
      },
    ],
    ...(because.length > 0 && {
      relatedLocations: because.map((cause, id) => ({
        id,
        physicalLocation: physicalLocation(
          cause.path ?? path,
          regionOf(cause.at, cause.path === undefined ? text : undefined),
          places,
        ),
        message: { text: cause.message },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, path, text, places)) }),
  };
}

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** The severity is that of the first result, where nothing is known of the code. */
function ruleOf(code: string, severity: Severity, known: CodeDescription | undefined): ReportingDescriptor {
  return {
    id: code,
    shortDescription: { text: known?.summary ?? code },
    fullDescription: { text: known?.summary ?? code },
    ...(known?.page !== undefined && { help: { text: known.page, markdown: known.page } }),
    ...(known?.url !== undefined && { helpUri: known.url }),
    defaultConfiguration: { level: levels[known?.severity ?? severity] },
    ...(known?.category !== undefined && { properties: { tags: [known.category] } }),
  };
}

/** Files, or parts of them, that were not looked at. */
function skips(reports: readonly FileReport[], places: Places): Notification[] {
  return reports.flatMap(({ path, skipped }) =>
    skipped === undefined
      ? []
      : [
          {
            level: "note" as const,
            message: { text: skipped },
            locations: [{ physicalLocation: { artifactLocation: fileLocation(path, places) } }],
          },
        ],
  );
}
