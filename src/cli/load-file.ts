import { fixSource, readSource, type SourceWithOptions } from "../files/index.js";
import type { Cache } from "./cache/cache.js";
import { lintCached } from "./cache/lint-cached.js";
import type { FileOptions } from "./file-options.js";
import type { FoundFile } from "./find-files.js";
import { readInput } from "./inputs.js";
import { save } from "./save.js";
import { note } from "./terminal.js";

/** Which fixes are applied before a file is linted; without it, none. */
export type FixMode = "safe" | "review" | undefined;

/** A file that is ready to be linted: read, and fixed where that is asked. */
export interface LoadedFile extends SourceWithOptions {
  /** Set where its fixes could not be applied or written; it has been said why. */
  readonly failed?: true;
  /** Standard input after its fixes. */
  readonly fixedInput?: string;
  /** The text before its fixes, where they changed it and are not written. */
  readonly unfixed?: string;
}

/** What is done with a file before it is linted. */
export interface LoadOptions {
  readonly mode: FixMode;
  /** Whether fixes are only tried. */
  readonly isDryRun: boolean;
  /** Of files that are not fixed. */
  readonly cache?: Cache;
}

/**
 * Reads a file and applies its fixes, which on a dry run are not written; nothing where it cannot be read, and it has been
 * said why.
 */
export async function loadFile(
  file: FoundFile,
  options: FileOptions,
  { mode, isDryRun, cache }: LoadOptions,
): Promise<LoadedFile | undefined> {
  const input = await readInput(file);
  if ("reason" in input) {
    note(`${input.path}: ${input.reason}`);
    return undefined;
  }
  if (!mode && cache) return lintCached(input.path, input.text, options, cache);
  const source = readSource(input.path, input.text);
  if (!mode) return { source, options };
  if (input.damaged) {
    note(`${input.path}: is not fixed, since it is no valid UTF-8: save it as UTF-8 first`);
    return { source, options, failed: true };
  }
  const { source: fixed, applied } = fixSource(source, { ...options, review: mode === "review" });
  const isChanged = fixed.text !== input.text;
  if (!isDryRun && !file.stdin && isChanged && !save(file.path, input.text, fixed.text)) {
    return { source, options, failed: true };
  }
  const count = applied.length === 1 ? "1 fix" : `${applied.length} fixes`;
  if (applied.length > 0) note(`${input.path}: ${count} ${isDryRun ? "would be applied" : "applied"}`);
  return {
    source: fixed,
    options,
    ...(isDryRun && isChanged && { unfixed: input.text }),
    ...(!isDryRun && file.stdin && { fixedInput: fixed.text }),
  };
}
