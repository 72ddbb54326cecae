import { setImmediate } from "node:timers/promises";
import { copies } from "../files/copies.js";
import { lintSources, runSettings } from "../files/index.js";
import { locator } from "../report/location.js";
import { fileReport, withUnapplied, type FileReport, type Locate } from "../report/report.js";
import { argumentMeant } from "./argument-meant.js";
import { openBaseline, type Baseline, type BaselineOptions } from "./baseline/baseline.js";
import { openCache, type CacheOptions } from "./cache/cache.js";
import type { ConfigFor } from "./config/configs.js";
import type { Change } from "./diff.js";
import type { FileOptions, OptionsFor } from "./file-options.js";
import { findFiles, type FindOptions, type FoundFile } from "./find-files.js";
import { ignoring, type IgnoreOptions } from "./ignored.js";
import { readInput } from "./inputs.js";
import type { LintServer } from "./lint-server.js";
import { loadFile, readFound, type FixMode, type LoadedFile, type ReadFile } from "./load-file.js";
import type { Progress } from "./progress.js";
import { note } from "./terminal.js";

/** What is done with files. */
export interface FilesOptions extends IgnoreOptions, Omit<FindOptions, "isIgnored">, BaselineOptions, CacheOptions {
  readonly configFor: ConfigFor;
  readonly optionsFor: OptionsFor;
  readonly mode: FixMode;
  /** Whether fixes are only tried. */
  readonly isDryRun: boolean;
  readonly progress: (total: number) => Progress;
  /** The commands that there are: without one, its misspelt name is taken for a file. */
  readonly commandNames: readonly string[];
  /** Asks a server about the queries of all files, where one is named. */
  readonly learn?: LintServer["learn"];
}

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

/** Lints files, folders, patterns and standard input, after fixing them where that is asked. */
export async function lintFiles(args: readonly string[], options: FilesOptions): Promise<LintedFiles> {
  const { mode, isDryRun, progress, learn } = options;
  const baseline = await openBaseline(options);
  // What a server says is true for a moment.
  const cache = mode || learn ? undefined : openCache(options);
  const isIgnored = ignoring(options, options.configFor);
  const { files, unread, ignored } = await findFiles(args, { ...options, isIgnored });
  const meanings = { commands: options.commandNames, query: "give it with `-e`" };
  for (const { path, reason } of unread) note(`${path}: ${reason}`, argumentMeant(path, meanings));
  let failed = unread.length > 0;
  const line = progress(files.length);
  const ofRun = copies();
  const read: ReadFile[] = [];
  for (const file of files) {
    const one = await readFound(file, ofRun, cache);
    if (one) read.push(one);
    else failed = true;
  }
  // Any file may tell how often targets are scraped and what is recorded, and the others are linted and fixed with that.
  const known = runSettings(read.map(({ source }) => source));
  const learned = await learn?.(read.flatMap(({ source }) => source.queries));
  const withSettings = sharing<FileOptions>((own) => {
    const together = { ...own, settings: { ...known, ...own.settings } };
    return learned ? learned(together) : together;
  });
  const loaded: LoadedFile[] = [];
  for (const one of read) {
    const own = await options.optionsFor(one.file.path);
    const file = loadFile(one, withSettings(own), { mode, isDryRun, copies: ofRun, ...(cache && { cache }) });
    if (file.failed) failed = true;
    // A signal that came while the file was written ends the command here.
    await setImmediate();
    loaded.push({ ...file, alone: file.alone ?? ofRun.lintAlone(file.source, file.options) });
    line.step();
  }
  line.end();
  if (!failed && !isHook && loaded.every(isEmpty)) sayEmpty(files, ignored, options);
  const fixedInput = await textToPrint(loaded, ignored, mode);
  const reports = reportsOf(loaded, baseline);
  baseline?.finish();
  return {
    reports,
    unread: failed,
    ...(fixedInput !== undefined && { fixedInput }),
    changes: loaded.flatMap(({ source: { path, text }, unfixed }) =>
      unfixed?.fixes === "tried" ? [{ path, before: unfixed.source.text, after: text }] : [],
    ),
  };
}

/** The same function, which answers one object for one object. */
function sharing<T extends object>(answer: (given: T) => T): (given: T) => T {
  const known = new Map<T, T>();
  return (given) => {
    const shared = known.get(given) ?? answer(given);
    known.set(given, shared);
    return shared;
  };
}

/** Standard input after its fixes; as it is where it is left out. */
async function textToPrint(
  loaded: readonly LoadedFile[],
  ignored: readonly FoundFile[],
  mode: FixMode,
): Promise<string | undefined> {
  const leftOut = ignored.find(({ stdin }) => stdin);
  if (!mode || !leftOut) return loaded.find(({ fixedInput }) => fixedInput !== undefined)?.fixedInput;
  const input = await readInput(leftOut);
  return "text" in input ? input.text : undefined;
}

/** pre-commit hands over whatever is to be committed, so that files without queries are no surprise. */
const isHook = process.env["PRE_COMMIT"] === "1";

/** Nothing was linted, which is worth a word: perhaps another file was meant. */
function isEmpty({ source: { queries, problems, scrapeIntervals } }: LoadedFile): boolean {
  return queries.length === 0 && problems.length === 0 && scrapeIntervals.length === 0;
}

const singleQuery = "give a single query with `-e`, or with the name `--stdin-filename query.promql`";

function sayEmpty(
  [first, ...others]: readonly FoundFile[],
  ignored: readonly FoundFile[],
  { errorOnUnmatchedPattern, stdinFilename }: FilesOptions,
): void {
  if (!first) {
    if (ignored.length === 0 && errorOnUnmatchedPattern) note("no file that could be linted is there");
    return;
  }
  const isAlone = others.length === 0;
  // Its name would tell that it is a query.
  const help = isAlone && first.stdin && stdinFilename === undefined ? singleQuery : undefined;
  note(`${isAlone ? first.path : `${others.length + 1} files`}: no rules and no queries`, help);
}

function reportsOf(files: readonly LoadedFile[], baseline: Baseline | undefined): FileReport[] {
  const linted = lintSources(files);
  const locateIn = locatorsOf(files);
  return files.map(({ source, unfixed, unapplied }, k) => {
    const { path, text } = source;
    const { diagnostics = [], suppressed = [] } = linted[k] ?? {};
    const parted = baseline?.part(source, diagnostics, unfixed);
    const { reported, unreported } = parted ?? { reported: diagnostics, unreported: [] };
    const others = [...suppressed, ...unreported.map((diagnostic) => ({ diagnostic }))];
    const plain = fileReport(path, text, reported, others, locateIn);
    const report = unapplied ? withUnapplied(plain, unapplied) : plain;
    return unfixed?.fixes === "tried" ? { ...report, output: text } : report;
  });
}

/** Finds places in the files, whose lines are counted when somebody first asks for them. */
function locatorsOf(files: readonly LoadedFile[]): (path: string) => Locate | undefined {
  const texts = new Map(files.map(({ source: { path, text } }) => [path, text]));
  const known = new Map<string, Locate>();
  return (path) => {
    const text = texts.get(path);
    if (text === undefined) return undefined;
    const locate = known.get(path) ?? locator(text);
    known.set(path, locate);
    return locate;
  };
}
