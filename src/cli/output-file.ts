import { realpathSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from "node:fs";
import path from "node:path";
import { CommandError, exitStatus } from "./exit.js";
import { whyUnwritten } from "./save.js";

/** Ends the command where no report could be written to the file, before anything else is done. */
export function checkOutputFile(file: string): void {
  const folder = path.dirname(file);
  if (!infoOf(folder, file)?.isDirectory()) throw failed(file, `there is no folder ${folder}`, "make it first");
  if (infoOf(file, file)?.isDirectory()) throw failed(file, "it is a folder", "name a file in it");
}

/**
 * Writes a report to a file. It is written beside and renamed, so that nobody reads half of a report; what is no regular
 * file, such as `/dev/null` or a pipe, is written to.
 */
export function writeOutputFile(file: string, text: string): void {
  checkOutputFile(file);
  const info = infoOf(file, file);
  let beside: string | undefined;
  try {
    if (info && !info.isFile()) return writeFileSync(file, text);
    const target = info ? realpathSync(file) : file;
    beside = path.join(path.dirname(target), `.promql-lint-${crypto.randomUUID()}`);
    writeFileSync(beside, text, { flag: "wx", ...(info && { mode: info.mode }) });
    renameSync(beside, target);
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { force: true });
    throw failed(file, whyUnwritten(error));
  }
}

function infoOf(name: string, file: string): Stats | undefined {
  try {
    return statSync(name, { throwIfNoEntry: false });
  } catch (error) {
    throw failed(file, whyUnwritten(error));
  }
}

function failed(file: string, reason: string, help?: string): CommandError {
  return new CommandError(exitStatus.failure, `${file}: cannot be written: ${reason}`, help);
}
