import { pathToFileURL } from "node:url";
import packageJson from "../../package.json" with { type: "json" };
import type { LintOptions } from "../lint/lint.js";
import type { Rule } from "../lint/rule.js";
import { formats, type FormatContext, type FormatName } from "../report/formats.js";
import { summarise, type FileReport } from "../report/report.js";
import { formatSummary } from "../report/summary.js";
import { describeCodes } from "./describe-codes.js";
import { CommandError, exitStatus } from "./exit.js";
import { checkOutputFile, writeOutputFile } from "./output-file.js";
import { colorsFor, note, widthOf, write } from "./terminal.js";

/** How reports are written. */
export interface WriteOptions {
  readonly format: FormatName;
  /** A file for the report, instead of a stream. */
  readonly outputFile?: string;
  readonly statistics: boolean;
  readonly quiet: boolean;
  readonly color?: boolean;
}

/** What is written, and where. */
export interface Report {
  readonly files: readonly FileReport[];
  /** Whether everything that was named could be read and written. */
  readonly complete: boolean;
  readonly stream: NodeJS.WriteStream;
  /** How the files were linted. */
  readonly used: Iterable<LintOptions>;
}

/** Ends the command before anything is done where its report could not be written. */
export function checkFormat({ format, outputFile, statistics }: WriteOptions): void {
  if (statistics && format !== "terminal" && format !== "json") {
    const help = "use `-f json`, or leave out `--format`";
    throw new CommandError(exitStatus.usage, `the format ${format} has no place for --statistics`, help);
  }
  if (outputFile !== undefined) checkOutputFile(outputFile);
}

/** Writes the report in its format to its file or stream; one for people only where there is something to say. */
export async function writeReports({ files, complete, stream, used }: Report, options: WriteOptions): Promise<void> {
  const { format, quiet, outputFile } = options;
  const reports = quiet ? files.map(onlyErrors) : files;
  // A report for people that would be empty is worth no more time.
  if (format === "terminal" && outputFile === undefined && summarise(reports).files === 0) return;
  const formatter = await formats[format]();
  const context = await contextOf(reports, used, outputFile === undefined ? stream : undefined, options);
  const text = formatter(reports, { ...context, complete });
  if (outputFile === undefined) return write(stream, text);
  writeOutputFile(outputFile, text);
  note(`${formatSummary(summarise(reports))}: see ${outputFile}`);
}

/** Without a stream there is no terminal, and no colour unless it is asked for. */
async function contextOf(
  reports: readonly FileReport[],
  used: Iterable<LintOptions>,
  stream: NodeJS.WriteStream | undefined,
  { format, color, statistics }: WriteOptions,
): Promise<Omit<FormatContext, "complete">> {
  const diagnostics = reports.flatMap((report) => report.diagnostics);
  const suppressed = reports.flatMap((report) => report.suppressed ?? []).map(({ diagnostic }) => diagnostic);
  const colors = colorsFor(stream ?? { isTTY: false }, color);
  const paints = format === "terminal" && colors.isColorSupported && diagnostics.length > 0 && !statistics;
  const codes = new Set([...diagnostics, ...suppressed].map(({ code }) => code));
  const { sha256 } = await import("./sha256.js");
  const known = format === "sarif" ? await describeCodes(codes, rulesOf(used)) : undefined;
  return {
    colors,
    width: stream && widthOf(stream),
    highlight: paints ? await (await import("../report/highlight.js")).loadHighlighter() : undefined,
    version: packageJson.version,
    describe: (code) => known?.get(code),
    uriOf: (path) => pathToFileURL(path).href,
    root: pathToFileURL(`${process.cwd()}/`).href,
    hash: sha256,
    statistics,
  };
}

function rulesOf(used: Iterable<LintOptions>): ReadonlySet<Rule> {
  return new Set(Array.from(used).flatMap(({ rules }) => rules));
}

function onlyErrors(report: FileReport): FileReport {
  return { ...report, diagnostics: report.diagnostics.filter(({ severity }) => severity === "error") };
}
