import { lintSources } from "../files/index.js";
import { locateDiagnostics, type FileReport } from "../report/report.js";
import type { OptionsFor } from "./file-options.js";
import { findFiles } from "./find-files.js";
import { loadFile, type FixMode, type LoadedFile } from "./load-file.js";
import { note } from "./terminal.js";

/** What came of some files. */
export interface LintedFiles {
  readonly reports: readonly FileReport[];
  /** Whether something that was named could not be read or written; it has been said why. */
  readonly unread: boolean;
  /** Standard input after its fixes. */
  readonly fixedInput?: string;
}

/** Lints files, folders, patterns and standard input, after fixing them where that is asked. */
export async function lintFiles(args: readonly string[], optionsFor: OptionsFor, mode: FixMode): Promise<LintedFiles> {
  const { files, unread } = await findFiles(args);
  for (const { path, reason } of unread) note(`${path}: ${reason}`);
  let failed = unread.length > 0;
  const loaded: LoadedFile[] = [];
  for (const file of files) {
    const one = await loadFile(file, await optionsFor(file.path), mode);
    if (!one || one.failed) failed = true;
    if (one) loaded.push(one);
  }
  if (!failed && loaded.every(isEmpty)) note(`${listed(loaded)}: no rules and no queries`);
  const fixedInput = loaded.find((file) => file.fixedInput !== undefined)?.fixedInput;
  return { reports: reportsOf(loaded), unread: failed, ...(fixedInput !== undefined && { fixedInput }) };
}

/** Nothing was linted, which is worth a word: perhaps another file was meant. */
function isEmpty({ source: { queries, problems } }: LoadedFile): boolean {
  return queries.length === 0 && problems.length === 0;
}

function listed(files: readonly LoadedFile[]): string {
  const [first] = files;
  return first && files.length === 1 ? first.source.path : `${files.length} files`;
}

function reportsOf(files: readonly LoadedFile[]): FileReport[] {
  const linted = lintSources(files);
  return files.map(({ source: { path, text } }, k) => {
    const { diagnostics = [] } = linted[k] ?? {};
    return { path, text, diagnostics: locateDiagnostics(text, diagnostics) };
  });
}
