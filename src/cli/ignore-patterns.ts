import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ignore from "ignore";
import { CommandError, exitStatus } from "./exit.js";
import { isWithin } from "./paths.js";
import { codeOf, reasonOf } from "./unread.js";

/** Patterns as in a `.gitignore`, and the folder to which they are relative. */
export interface Patterns {
  readonly folder: string;
  /** Whether a path below the folder is left out, or brought back; nothing where no pattern is about it. */
  readonly test: (way: string) => boolean | undefined;
}

/** Makes patterns of the lines of a file, or of single ones. */
export function patternsOf(folder: string, lines: string | readonly string[]): Patterns {
  const matcher = ignore().add(lines);
  const test = (way: string): boolean | undefined => {
    const { ignored, unignored } = matcher.test(way);
    // Of a path below a folder that is left out here and brought back by others, nothing is known.
    const parent = path.posix.dirname(way);
    if (ignored && parent !== "." && matcher.test(`${parent}/`).ignored) return undefined;
    return ignored || (unignored ? false : undefined);
  };
  return { folder, test };
}

/** The text of a file of patterns that was named; ends the command where it cannot be read. */
export function readPatterns(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CommandError(exitStatus.failure, `--ignore-path ${file}: ${reasonOf(codeOf(error))}`);
  }
}

/** The patterns that stand in a folder; each folder is looked into once. */
export function folderPatterns(own: boolean): (folder: string) => readonly Patterns[] {
  const known = new Map<string, readonly Patterns[]>();
  const names = own ? [".gitignore", ".promql-lintignore"] : [".gitignore"];
  return (folder) => {
    const before = known.get(folder);
    if (before) return before;
    const texts = names.map((name) => textIn(path.join(folder, name))).filter((text) => text !== "");
    const patterns = texts.length > 0 ? [patternsOf(folder, texts.join("\n"))] : [];
    known.set(folder, patterns);
    return patterns;
  };
}

function textIn(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/**
 * The folder of the repository to which a folder belongs: outside of one the working folder, or the folder itself. Each
 * folder is looked into once.
 */
export function repositories(): (folder: string) => string {
  const known = new Map<string, string | undefined>();
  const find = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder);
    const parent = path.dirname(folder);
    const found = existsSync(path.join(folder, ".git")) ? folder : parent === folder ? undefined : find(parent);
    known.set(folder, found);
    return found;
  };
  return (folder) => find(folder) ?? (isWithin(process.cwd(), folder) ? process.cwd() : folder);
}
