import { lintQueries, lintSources, type SourceDiagnostic } from "../files/index.js";
import { fileReport, type FileReport } from "../report/report.js";
import type { Change } from "./diff.js";
import type { OptionsFor } from "./file-options.js";
import { findFiles } from "./find-files.js";
import { loadFile, type FixMode, type LoadedFile } from "./load-file.js";
import type { Progress } from "./progress.js";
import { note } from "./terminal.js";

/** What came of some files. */
export interface LintedFiles {
  readonly reports: readonly FileReport[];
  /** Whether something that was named could not be read or written; it has been said why. */
  readonly unread: boolean;
  /** Standard input after its fixes. */
  readonly fixedInput?: string;
  /** What fixes would change, on a dry run. */
  readonly changes: readonly Change[];
}

/** How files are fixed, and what is shown meanwhile. */
export interface LintFilesOptions {
  readonly mode: FixMode;
  /** Whether fixes are only tried. */
  readonly isDryRun: boolean;
  readonly progress: (total: number) => Progress;
}

/** Lints files, folders, patterns and standard input, after fixing them where that is asked. */
export async function lintFiles(
  args: readonly string[],
  optionsFor: OptionsFor,
  { mode, isDryRun, progress }: LintFilesOptions,
): Promise<LintedFiles> {
  const { files, unread } = await findFiles(args);
  for (const { path, reason } of unread) note(`${path}: ${reason}`);
  let failed = unread.length > 0;
  const loaded: LintedFile[] = [];
  const { step, end } = progress(files.length);
  for (const file of files) {
    const one = await loadFile(file, await optionsFor(file.path), mode, isDryRun);
    if (!one || one.failed) failed = true;
    if (one) loaded.push({ ...one, own: lintQueries(one.source, one.options) });
    step();
  }
  end();
  if (!failed && !isHook && loaded.every(isEmpty)) note(`${listed(loaded)}: no rules and no queries`);
  const fixedInput = loaded.find((file) => file.fixedInput !== undefined)?.fixedInput;
  return {
    reports: reportsOf(loaded),
    unread: failed,
    ...(fixedInput !== undefined && { fixedInput }),
    changes: loaded.flatMap(({ source: { path, text }, unfixed }) =>
      unfixed === undefined ? [] : [{ path, before: unfixed, after: text }],
    ),
  };
}

/** A file with what has been found in it and its queries. */
interface LintedFile extends LoadedFile {
  readonly own: readonly SourceDiagnostic[];
}

/** pre-commit hands over whatever is to be committed, so that files without queries are no surprise. */
const isHook = process.env["PRE_COMMIT"] === "1";

/** Nothing was linted, which is worth a word: perhaps another file was meant. */
function isEmpty({ source: { queries, problems } }: LoadedFile): boolean {
  return queries.length === 0 && problems.length === 0;
}

function listed(files: readonly LoadedFile[]): string {
  const [first] = files;
  return first && files.length === 1 ? first.source.path : `${files.length} files`;
}

function reportsOf(files: readonly LintedFile[]): FileReport[] {
  const linted = lintSources(files);
  return files.map(({ source: { path, text }, unfixed }, k) => {
    const { diagnostics = [], suppressed = [] } = linted[k] ?? {};
    const report = fileReport(path, text, diagnostics, suppressed);
    return unfixed === undefined ? report : { ...report, output: text };
  });
}
