import { renameSync, rmSync } from "node:fs";
import path from "node:path";
import { hearSignals, uncut } from "./signals.js";
import { codeOf } from "./unread.js";

/**
 * Replaces a file with a new one that `fill` writes beside it, so that the file is whole at every moment; not where `fill`
 * returns false. Neither an interruption, which waits for it, nor an error leaves anything beside it.
 */
export function replaceFile(file: string, fill: (beside: string) => boolean): boolean {
  return uncut(() => replaceAtOnce(file, fill));
}

function replaceAtOnce(file: string, fill: (beside: string) => boolean): boolean {
  const beside = nameBeside(file);
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

/** As {@link replaceFile} for what takes long. An interruption is heard meanwhile, and leaves nothing beside the file. */
export async function replaceFileSlowly(file: string, fill: (beside: string) => Promise<void>): Promise<void> {
  const beside = nameBeside(file);
  const remove = () => rmSync(beside, { force: true });
  const leaveSignals = hearSignals();
  process.once("exit", remove);
  try {
    await fill(beside);
    renameSync(beside, file);
  } finally {
    process.removeListener("exit", remove);
    remove();
    leaveSignals();
  }
}

function nameBeside(file: string): string {
  return path.join(path.dirname(file), `.promql-lint-${crypto.randomUUID()}`);
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
