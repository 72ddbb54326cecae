import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { extensions } from "./extensions.js";
import { codeOf, reasonOf, type Unread } from "./unread.js";

/** A file that was found, or standard input. */
export interface FoundFile {
  /** How it is called in reports; its end tells what the file holds. */
  readonly path: string;
  /** Set where the text comes from standard input. */
  readonly stdin?: true;
}

/** The argument that stands for standard input. */
const standardInput = "-";

/**
 * The files that arguments stand for, each once, whatever links lead to it: `-`, files, folders (every file below that
 * has one of the {@link extensions}, `node_modules` and hidden folders left out) and glob patterns.
 */
export async function findFiles(
  args: readonly string[],
): Promise<{ readonly files: readonly FoundFile[]; readonly unread: readonly Unread[] }> {
  const files = new Map<string, FoundFile>();
  const unread: Unread[] = [];
  for (const arg of args) {
    const found = arg === standardInput ? [arg] : await expand(arg);
    if (!Array.isArray(found)) {
      unread.push(found);
      continue;
    }
    for (const name of found) {
      const key = name === standardInput ? name : await realpath(name).catch(() => name);
      if (!files.has(key)) files.set(key, namedFile(name));
    }
  }
  return { files: [...files.values()], unread };
}

/** The file of that name; standard input for `-`. */
export function namedFile(name: string): FoundFile {
  return name === standardInput ? { path: "stdin", stdin: true } : { path: name };
}

async function expand(arg: string): Promise<string[] | Unread> {
  const info = await stat(arg).catch((error: unknown) => codeOf(error));
  if (typeof info !== "string") return info.isDirectory() ? filesBelow(arg) : [arg];
  if (info !== "ENOENT" || !/[*?[{]/.test(arg)) return { path: arg, reason: reasonOf(info) };
  const { glob } = await import("tinyglobby");
  const found = await glob(arg.replaceAll(path.win32.sep, path.posix.sep), {
    expandDirectories: false,
    absolute: false,
  });
  return found.length > 0 ? found.sort() : { path: arg, reason: "no file matches this pattern" };
}

async function filesBelow(folder: string): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  const found = await glob(`**/*.{${extensions.join(",")}}`, { cwd: folder, ignore: ["**/node_modules/**"] });
  return found.sort().map((file) => path.join(folder, file));
}
