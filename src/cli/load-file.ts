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
}

/** Reads a file and applies its fixes; nothing where it cannot be read, and it has been said why. */
export async function loadFile(file: FoundFile, options: FileOptions, mode: FixMode): Promise<LoadedFile | undefined> {
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
  if (!file.stdin && fixed.text !== input.text && !save(file.path, input.text, fixed.text))
    return { source, options, failed: true };
  if (applied.length > 0) note(`${input.path}: ${applied.length === 1 ? "1 fix" : `${applied.length} fixes`} applied`);
  return { source: fixed, options, ...(file.stdin && { fixedInput: fixed.text }) };
}
