import { fixSource, readSource, type Source } from "../files/index.js";
import type { FileOptions } from "./file-options.js";
import type { FoundFile } from "./find-files.js";
import { readInput } from "./inputs.js";
import { save } from "./save.js";
import { note } from "./terminal.js";

/** Which fixes are applied before a file is linted; without it, none. */
export type FixMode = "safe" | "review" | undefined;

/** A file that is ready to be linted: read, and fixed where that is asked. */
export interface LoadedFile {
  readonly source: Source;
  readonly options: FileOptions;
  /** Set where its fixes could not be applied or written; it has been said why. */
  readonly failed?: true;
  /** Standard input after its fixes. */
  readonly fixedInput?: string;
  /** The text before its fixes, where they changed it and are not written. */
  readonly unfixed?: string;
}

/**
 * Reads a file and applies its fixes, which on a dry run are not written; nothing where it cannot be read, and it has been
 * said why.
 */
export async function loadFile(
  file: FoundFile,
  options: FileOptions,
  mode: FixMode,
  isDryRun: boolean,
): Promise<LoadedFile | undefined> {
  const input = await readInput(file);
  if ("reason" in input) {
    note(`${input.path}: ${input.reason}`);
    return undefined;
  }
  const source = readSource(input.path, input.text);
  if (!mode) return { source, options };
  if (input.damaged) {
    note(`${input.path}: is not fixed, since it is no valid UTF-8: save it as UTF-8 first`);
    return { source, options, failed: true };
  }
  const { source: fixed, applied } = fixSource(source, { ...options, review: mode === "review" });
  const isChanged = fixed.text !== input.text;
  if (!isDryRun && !file.stdin && isChanged && !save(file.path, input.text, fixed.text))
    return { source, options, failed: true };
  const count = applied.length === 1 ? "1 fix" : `${applied.length} fixes`;
  if (applied.length > 0) note(`${input.path}: ${count} ${isDryRun ? "would be applied" : "applied"}`);
  if (isDryRun) return { source: fixed, options, ...(isChanged && { unfixed: input.text }) };
  return { source: fixed, options, ...(file.stdin && { fixedInput: fixed.text }) };
}
