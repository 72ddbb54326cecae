import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import packageJson from "../../../package.json" with { type: "json" };
import { CommandError, exitStatus } from "../exit.js";
import { note } from "../terminal.js";
import { codeOf } from "../unread.js";
import { entryText, hashOf, readEntry, type CacheEntry } from "./entry.js";

/** The options that choose a cache. */
export interface CacheOptions {
  readonly cache?: boolean;
  /** Its folder. */
  readonly cacheLocation?: string;
}

/** What earlier runs have found in files. */
export interface Cache {
  /** What is kept of a file with this text. */
  readonly read: (file: string, text: string) => CacheEntry | undefined;
  readonly write: (file: string, text: string, entry: CacheEntry) => void;
}

/** Opens the cache that is asked for; `undefined` where none is. A folder that cannot be written is said once. */
export function openCache({ cache = false, cacheLocation }: CacheOptions): Cache | undefined {
  if (!cache) return undefined;
  const folder = cacheLocation ?? defaultFolder();
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new CommandError(exitStatus.usage, `${folder}: is a file, and a cache is a folder`, "name a folder");
  }
  let works = makeFolder(folder);
  return {
    read: (file, text) => readFile(nameOf(folder, file), keyOf(file, text)),
    write: (file, text, entry) => {
      works &&= writeFile(folder, nameOf(folder, file), entryText(keyOf(file, text), entry));
    },
  };
}

function keyOf(file: string, text: string): string {
  return hashOf(version(), file, text);
}

let known: string | undefined;

/** The version, and the code that runs: a build under the same version finds other things. */
function version(): string {
  return (known ??= hashOf(packageJson.version, readFileSync(fileURLToPath(import.meta.url), "utf8")));
}

function defaultFolder(): string {
  return existsSync("node_modules") ? path.join("node_modules", ".cache", "promql-lint") : ".promql-lintcache";
}

/** One file for each file, so that runs at the same time never write the same one in pieces, and old ones make room. */
function nameOf(folder: string, file: string): string {
  return path.join(folder, `${hashOf(path.resolve(file)).slice(0, 32)}.cache`);
}

/** A new folder gets a `.gitignore` of its own. */
function makeFolder(folder: string): boolean {
  try {
    if (mkdirSync(folder, { recursive: true }) === undefined) return true;
    writeFileSync(path.join(folder, ".gitignore"), "# Made by promql-lint.\n*\n");
    return true;
  } catch (error) {
    return unwritable(folder, error);
  }
}

function readFile(name: string, key: string): CacheEntry | undefined {
  try {
    return readEntry(key, readFileSync(name, "utf8"));
  } catch {
    return undefined;
  }
}

/** Written beside and renamed: a reader sees all of it or nothing. */
function writeFile(folder: string, name: string, text: string): boolean {
  const beside = path.join(folder, `.${crypto.randomUUID()}`);
  try {
    writeFileSync(beside, text, { flag: "wx" });
    renameSync(beside, name);
    return true;
  } catch (error) {
    rmSync(beside, { force: true });
    return unwritable(folder, error);
  }
}

function unwritable(folder: string, error: unknown): boolean {
  note(`${folder}: nothing is kept in this cache, since it cannot be written (${codeOf(error)})`);
  return false;
}
