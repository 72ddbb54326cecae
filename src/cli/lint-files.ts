import { fixSource, lintSources, readSource, type Source, type SourceOptions } from "../files/index.js";
import { locateDiagnostics, type FileReport } from "../report/report.js";
import { findFiles, readInput, standardInput, type Input } from "./inputs.js";
import type { LintCommandOptions } from "./lint.js";
import { save } from "./save.js";
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
export async function lintFiles(
  args: readonly string[],
  options: LintCommandOptions,
  settings: SourceOptions,
): Promise<LintedFiles> {
  const { paths, unread } = await findFiles(args);
  let failed = unread.length > 0;
  for (const { path, reason } of unread) note(`${path}: ${reason}`);
  const sources: Source[] = [];
  let fixedInput: string | undefined;
  const fixes = options.fix || options.fixReview;
  for (const path of paths) {
    const input = await readInput(path);
    if ("reason" in input) {
      note(`${input.path}: ${input.reason}`);
      failed = true;
      continue;
    }
    const source = readSource(input.path, input.text);
    const fixed = fixes ? applyFixes(source, input, options, settings) : source;
    sources.push(fixed);
    if (fixes && input.damaged) failed = true;
    else if (fixes && path === standardInput) fixedInput = fixed.text;
    else if (fixed.text !== input.text && !(await save(path, fixed.text))) failed = true;
  }
  if (!failed && sources.every(isEmpty)) note(`${listed(sources)}: no rules and no queries`);
  return { reports: reportsOf(sources, settings), unread: failed, ...(fixedInput !== undefined && { fixedInput }) };
}

/** Nothing was linted, which is worth a word: perhaps another file was meant. */
function isEmpty({ queries, problems }: Source): boolean {
  return queries.length === 0 && problems.length === 0;
}

function listed(sources: readonly Source[]): string {
  const [first] = sources;
  return first && sources.length === 1 ? first.path : `${sources.length} files`;
}

function applyFixes(
  source: Source,
  { path, damaged }: Input,
  options: LintCommandOptions,
  settings: SourceOptions,
): Source {
  if (damaged) {
    note(`${path}: is not fixed, since it is no valid UTF-8: save it as UTF-8 first`);
    return source;
  }
  const { source: fixed, applied } = fixSource(source, { ...settings, review: options.fixReview });
  if (applied.length > 0) note(`${path}: ${applied.length === 1 ? "1 fix" : `${applied.length} fixes`} applied`);
  return fixed;
}

function reportsOf(sources: readonly Source[], settings: SourceOptions): FileReport[] {
  const linted = lintSources(sources, settings);
  return sources.map(({ path, text }, k) => ({
    path,
    text,
    diagnostics: locateDiagnostics(text, linted[k]?.diagnostics ?? []),
  }));
}
