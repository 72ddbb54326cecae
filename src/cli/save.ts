import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import path from "node:path";
import { note } from "./terminal.js";
import { codeOf } from "./unread.js";

/**
 * Replaces the text of a file, or of what a symbolic link leads to; returns whether that was possible, and says why not.
 * A file that no longer holds `before` stays as it is. The new text is written beside and renamed, so that the file is
 * whole at every moment, and nothing waits in between, so that an interruption leaves nothing beside it.
 */
export function save(file: string, before: string, after: string): boolean {
  const reason = replace(file, before, after);
  if (reason !== undefined) note(`${file}: cannot be written: ${reason}`);
  return reason === undefined;
}

/** Returns why the file could not be replaced. */
function replace(file: string, before: string, after: string): string | undefined {
  let beside: string | undefined;
  try {
    const info = statSync(file);
    if (!info.isFile()) return "it is no regular file";
    const target = realpathSync(file);
    // A rename needs no permission to write the file itself, and who took it away meant it.
    accessSync(target, constants.W_OK);
    beside = path.join(path.dirname(target), `.promql-lint-${crypto.randomUUID()}`);
    writeLike(info, beside, after);
    if (readFileSync(target, "utf8") !== before) return "it has changed meanwhile: run this again";
    renameSync(beside, target);
    beside = undefined;
    return undefined;
  } catch (error) {
    return whyUnwritten(error);
  } finally {
    if (beside !== undefined) rmSync(beside, { force: true });
  }
}

/** Writes a new file with the permissions of another and, as far as this user may, its owner and group. */
function writeLike(info: Stats, file: string, text: string): void {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    writeFileSync(descriptor, text);
    give(descriptor, info.uid, info.gid);
    fchmodSync(descriptor, info.mode & 0o7777);
  } finally {
    closeSync(descriptor);
  }
}

function give(descriptor: number, uid: number, gid: number): void {
  if (process.platform === "win32") return;
  for (const owner of [uid, -1]) {
    try {
      fchownSync(descriptor, owner, gid);
      return;
    } catch (error) {
      if (codeOf(error) !== "EPERM") throw error;
    }
  }
}

/** Why a file could not be written, by the error of the file system. */
export function whyUnwritten(error: unknown): string {
  const code = codeOf(error);
  return reasons[code] ?? code;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "it was removed meanwhile",
  EACCES: "permission denied: make it and its folder writable for this user",
  EPERM: "permission denied: make it and its folder writable for this user",
  EROFS: "it stands on a read-only file system",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "the name is too long",
  EDQUOT: "the quota of the disk is used up",
  EBUSY: "it is in use, or mounted on its own",
};
