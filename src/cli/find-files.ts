import { promises } from "node:fs";
import path from "node:path";
import { extensions } from "./extensions.js";
import type { IsIgnored } from "./ignored.js";
import { codeOf, reasonOf, type Unread } from "./unread.js";

/** A file that was found, or standard input. */
export interface FoundFile {
  /** How it is called in reports; its end tells what the file holds. */
  readonly path: string;
  /** Set where the text comes from standard input. */
  readonly stdin?: true;
  /** Set where it was found in a folder, and not named or matched by a pattern. */
  readonly inFolder?: true;
}

/** The argument that stands for standard input. */
const standardInput = "-";

/** How files are found. */
export interface FindOptions {
  readonly isIgnored: IsIgnored;
  /** The name under which standard input is read. */
  readonly stdinFilename?: string;
  /** False where a pattern may match nothing. */
  readonly errorOnUnmatchedPattern: boolean;
  /** The ends of the files that are taken from a folder; without it, the {@link extensions}. */
  readonly extensions?: readonly string[];
}

/** What arguments stand for. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly unread: readonly Unread[];
  /** The files that are left out. */
  readonly ignored: readonly FoundFile[];
}

/**
 * The files that arguments stand for, each once, whatever links lead to it: `-`, files, folders (every file below that
 * has one of the {@link extensions}, `node_modules` and hidden folders left out) and glob patterns.
 */
export async function findFiles(args: readonly string[], options: FindOptions): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const unread: Unread[] = [];
  const ignored: FoundFile[] = [];
  for (const arg of args) {
    const found =
      arg === standardInput
        ? [namedFile(arg, options.stdinFilename)]
        : await expand(arg, options.extensions ?? extensions);
    if ("reason" in found) {
      if (options.errorOnUnmatchedPattern || !found.pattern) unread.push(found);
      continue;
    }
    for (const file of found) {
      const isNamed = !file.stdin || options.stdinFilename !== undefined;
      const key = file.stdin ? standardInput : await promises.realpath(file.path).catch(() => file.path);
      if (isNamed && (await options.isIgnored(file.path))) ignored.push(file);
      else if (isBetter(file, files.get(key), key)) files.set(key, file);
    }
  }
  return { files: [...files.values()], unread, ignored };
}

/** Whether a file is called by this name rather than by the one known so far: the first, but for links to its real name. */
function isBetter(file: FoundFile, known: FoundFile | undefined, real: string): boolean {
  return !known || (path.resolve(known.path) !== real && path.resolve(file.path) === real);
}

/** The file of that name; standard input for `-`, called as it is told. */
export function namedFile(name: string, stdinFilename = "stdin"): FoundFile {
  return name === standardInput ? { path: stdinFilename, stdin: true } : { path: name };
}

async function expand(
  arg: string,
  ends: readonly string[],
): Promise<readonly FoundFile[] | (Unread & { readonly pattern?: true })> {
  const files = await existing(arg, ends);
  if (typeof files !== "string") return files;
  if (files !== "ENOENT" || !/[*?[{]/.test(arg)) return { path: arg, reason: reasonOf(files) };
  const found = await matching(arg);
  if (found.length === 0) return { path: arg, reason: "no file matches this pattern", pattern: true };
  return found.map((name) => namedFile(name));
}

/** The file of that name or the files of that folder, also where it is written as on Windows; else the code of the error. */
async function existing(arg: string, ends: readonly string[]): Promise<readonly FoundFile[] | string> {
  const info = await promises.stat(arg).catch((error: unknown) => codeOf(error));
  if (typeof info !== "string") return info.isDirectory() ? filesBelow(arg, ends) : [namedFile(arg)];
  const slashed = withSlashes(arg);
  return info === "ENOENT" && slashed !== arg ? existing(slashed, ends) : info;
}

/** A backslash may escape the next character, or stand between folders as on Windows. */
async function matching(pattern: string): Promise<readonly string[]> {
  const { glob } = await import("tinyglobby");
  const options = { expandDirectories: false, absolute: false };
  const found = await glob(pattern, options);
  return (found.length > 0 ? found : await glob(withSlashes(pattern), options)).sort();
}

function withSlashes(name: string): string {
  return name.replaceAll(path.win32.sep, path.posix.sep);
}

async function filesBelow(folder: string, ends: readonly string[]): Promise<FoundFile[]> {
  const { glob } = await import("tinyglobby");
  const found = await glob(`**/*.{${ends.join(",")}}`, { cwd: folder, ignore: ["**/node_modules/**"] });
  return found.sort().map((file) => ({ path: path.join(folder, file), inFolder: true }));
}
