import { renameSync, rmSync } from "node:fs";
import path from "node:path";
import { codeOf } from "./unread.js";

/**
 * Replaces a file with a new one that `fill` writes beside it, so that the file is whole at every moment; not where `fill`
 * returns false. Nothing waits in between, so that neither an interruption nor an error leaves anything beside it.
 */
export function replaceFile(file: string, fill: (beside: string) => boolean): boolean {
  const beside = path.join(path.dirname(file), `.promql-lint-${crypto.randomUUID()}`);
  let isReplaced = false;
  try {
    if (!fill(beside)) return false;
    renameSync(beside, file);
    isReplaced = true;
    return true;
  } finally {
    if (!isReplaced) rmSync(beside, { force: true });
  }
}

/** Why a file could not be written, by the error of the file system. */
export function whyUnwritten(error: unknown): string {
  const code = codeOf(error);
  return reasons[code] ?? code;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "it was removed meanwhile",
  EEXIST: "it is there already",
  EACCES: "permission denied: make it and its folder writable for this user",
  EPERM: "permission denied: make it and its folder writable for this user",
  EROFS: "it stands on a read-only file system",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "the name is too long",
  EDQUOT: "the quota of the disk is used up",
  EBUSY: "it is in use, or mounted on its own",
};
