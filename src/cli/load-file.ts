import { fixSource, type Copies, type Source, type SourceWithOptions } from "../files/index.js";
import type { UnappliedFix } from "../lint/fix-rounds.js";
import { plural } from "../syntax/plural.js";
import type { Unfixed } from "./baseline/baseline.js";
import type { Cache } from "./cache/cache.js";
import type { CacheEntry } from "./cache/entry.js";
import { lazySource } from "./cache/lazy-source.js";
import { lintCached } from "./cache/lint-cached.js";
import type { FileOptions } from "./file-options.js";
import type { FoundFile } from "./find-files.js";
import { readInput, type Input } from "./inputs.js";
import { save } from "./save.js";
import { note } from "./terminal.js";
import { sayUnapplied } from "./unapplied.js";

/** Which fixes are applied before a file is linted; without it, none. */
export type FixMode = "safe" | "review" | undefined;

/** A file that is ready to be linted: read, and fixed where that is asked. */
export interface LoadedFile extends SourceWithOptions {
  /** Set where its fixes could not be applied or written; it has been said why. */
  readonly failed?: true;
  /** Standard input after its fixes. */
  readonly fixedInput?: string;
  /** What it was before its fixes, where they have changed it. */
  readonly unfixed?: Unfixed;
  /** The fixes that are left, where fixes were applied or tried. */
  readonly unapplied?: readonly UnappliedFix[];
}

/** A file that has been read. */
export interface ReadFile {
  readonly file: FoundFile;
  readonly input: Input;
  readonly source: Source;
  /** What an earlier run has found in it. */
  readonly kept?: CacheEntry;
}

/** What is done with a file before it is linted. */
export interface LoadOptions {
  readonly mode: FixMode;
  /** Whether fixes are only tried. */
  readonly isDryRun: boolean;
  readonly copies: Copies;
  /** Of files that are not fixed. */
  readonly cache?: Cache;
}

/** Reads a file; nothing where it cannot be read, and it has been said why. */
export async function readFound(
  file: FoundFile,
  copies: Copies,
  cache: Cache | undefined,
): Promise<ReadFile | undefined> {
  const input = await readInput(file);
  if ("reason" in input) {
    note(`${input.path}: ${input.reason}`);
    return undefined;
  }
  const kept = cache?.read(input.path, input.text);
  const source = kept ? lazySource(input.path, input.text, kept.facts) : copies.read(input.path, input.text);
  return { file, input, source, ...(kept && { kept }) };
}

/**
 * Applies the fixes of a file that has been read, which on a dry run are not written. What can be said of a file that is
 * not fixed may come from the cache.
 */
export function loadFile(read: ReadFile, options: FileOptions, loadOptions: LoadOptions): LoadedFile {
  const { file, input, source } = read;
  const { mode, isDryRun, copies, cache } = loadOptions;
  if (!mode && cache) return lintCached(read, options, copies, cache);
  if (!mode) return { source, options };
  if (input.damaged) {
    note(`${input.path}: is not fixed, since it is no valid UTF-8: save it as UTF-8 first`);
    return { source, options, failed: true };
  }
  const { source: fixed, applied, unapplied } = fixSource(source, { ...options, review: mode === "review" });
  const isChanged = fixed.text !== input.text;
  if (!isDryRun && !file.stdin && isChanged && !save(file.path, input.text, fixed.text)) {
    return { source, options, failed: true };
  }
  const count = plural(applied.length, "fix", "fixes");
  if (applied.length > 0) note(`${input.path}: ${count} ${isDryRun ? "would be applied" : "applied"}`);
  sayUnapplied(input.path, fixed.text, unapplied);
  return {
    source: fixed,
    options,
    unapplied,
    ...(isChanged && { unfixed: { source, fixes: isDryRun ? "tried" : file.stdin ? "printed" : "written" } }),
    ...(!isDryRun && file.stdin && { fixedInput: fixed.text }),
  };
}
