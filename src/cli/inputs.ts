import { readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { buffer as readAll } from "node:stream/consumers";
import { maxFileSize } from "../files/limits.js";

/** A file or standard input, read. */
export interface Input {
  readonly path: string;
  readonly text: string;
  /** Set where the bytes are no UTF-8: the text is not what stands in the file, so it is never written back. */
  readonly damaged?: true;
}

/** Something that was named and could not be read. */
export interface Unread {
  readonly path: string;
  /** Why, and what to do. */
  readonly reason: string;
}

/** The name that stands for standard input. */
export const standardInput = "-";

/**
 * The files that arguments stand for, each once, whatever links lead to it: `-`, files, folders (every `.yaml`, `.yml`,
 * `.json` and `.promql` below, `node_modules` and hidden folders left out) and glob patterns.
 */
export async function findFiles(
  args: readonly string[],
): Promise<{ paths: readonly string[]; unread: readonly Unread[] }> {
  const paths = new Map<string, string>();
  const unread: Unread[] = [];
  for (const arg of args) {
    const found = arg === standardInput ? [arg] : await expand(arg);
    if (!Array.isArray(found)) {
      unread.push(found);
      continue;
    }
    for (const file of found) {
      const key = file === standardInput ? file : await realpath(file).catch(() => file);
      if (!paths.has(key)) paths.set(key, file);
    }
  }
  return { paths: [...paths.values()], unread };
}

async function expand(arg: string): Promise<string[] | Unread> {
  const info = await stat(arg).catch((error: unknown) => codeOf(error));
  if (typeof info !== "string") return info.isDirectory() ? filesBelow(arg) : [arg];
  if (info !== "ENOENT" || !/[*?[{]/.test(arg))
    return { path: arg, reason: reasons[info] ?? `cannot be read (${info})` };
  const { glob } = await import("tinyglobby");
  const found = await glob(arg.replaceAll(path.win32.sep, path.posix.sep), {
    expandDirectories: false,
    absolute: false,
  });
  return found.length > 0 ? found.sort() : { path: arg, reason: "no file matches this pattern" };
}

async function filesBelow(folder: string): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  const found = await glob("**/*.{yaml,yml,json,promql}", { cwd: folder, ignore: ["**/node_modules/**"] });
  return found.sort().map((file) => path.join(folder, file));
}

/** Reads a file or standard input as UTF-8, a byte order mark included. */
export async function readInput(file: string): Promise<Input | Unread> {
  if (file === standardInput) return decode("stdin", await readAll(process.stdin));
  try {
    const info = await stat(file);
    if (info.isCharacterDevice() || info.isBlockDevice()) return { path: file, reason: "is a device, not a file" };
    if (info.size > maxFileSize) return { path: file, reason: tooLong };
    return decode(file, await readFile(file));
  } catch (error) {
    const code = codeOf(error);
    return { path: file, reason: reasons[code] ?? `cannot be read (${code})` };
  }
}

const tooLong = `is longer than ${maxFileSize / 1024 / 1024} MiB: split it`;

function decode(file: string, bytes: Uint8Array): Input | Unread {
  if (bytes.length > maxFileSize) return { path: file, reason: tooLong };
  try {
    return { path: file, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { path: file, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), damaged: true };
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  ENOTDIR: "no such file or folder",
  EACCES: "permission denied: make it readable for this user",
  EPERM: "permission denied: make it readable for this user",
  EISDIR: "is a folder",
  ELOOP: "is a symbolic link that leads in a circle",
  ENAMETOOLONG: "is a name that is too long",
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
