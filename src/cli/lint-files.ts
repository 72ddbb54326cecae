import { lintSources, scrapeSettings } from "../files/index.js";
import { locateDiagnostics, type FileReport } from "../report/report.js";
import type { OptionsFor } from "./file-options.js";
import { findFiles } from "./find-files.js";
import { fixFile, readFound, type FixMode, type LoadedFile, type ReadFile } from "./load-file.js";
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
  const read: ReadFile[] = [];
  for (const file of files) {
    const one = await readFound(file);
    if (one) read.push(one);
    else failed = true;
  }
  // Any file may tell how often targets are scraped, and fixes need to know.
  const known = scrapeSettings(read.map(({ source }) => source));
  const loaded: LoadedFile[] = [];
  for (const one of read) {
    const options = await optionsFor(one.file.path);
    const settings = { ...known, ...options.settings };
    loaded.push(fixFile(one, { ...options, settings }, mode));
  }
  if (loaded.some((one) => one.failed)) failed = true;
  if (!failed && loaded.every(isEmpty)) note(`${listed(loaded)}: no rules and no queries`);
  const fixedInput = loaded.find((file) => file.fixedInput !== undefined)?.fixedInput;
  return { reports: reportsOf(loaded), unread: failed, ...(fixedInput !== undefined && { fixedInput }) };
}

/** Nothing was linted, which is worth a word: perhaps another file was meant. */
function isEmpty({ source: { queries, problems, scrapeIntervals } }: LoadedFile): boolean {
  return queries.length === 0 && problems.length === 0 && scrapeIntervals.length === 0;
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
