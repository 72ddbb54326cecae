import { randomUUID } from "node:crypto";
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CommandError, exitStatus } from "./exit.js";
import { whyUnwritten } from "./save.js";

/** Ends the command where no report could be written to the file, before anything else is done. */
export function checkOutputFile(file: string): void {
  const folder = path.dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(
      exitStatus.failure,
      `${file}: cannot be written: there is no folder ${folder}`,
      "make it first",
    );
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(exitStatus.failure, `${file}: cannot be written: it is a folder`, "name a file in it");
  }
}

/**
 * Writes a report to a file. It is written beside and renamed, so that nobody reads half of a report; what is no regular
 * file, such as `/dev/stdout`, is written to.
 */
export function writeOutputFile(file: string, text: string): void {
  checkOutputFile(file);
  const info = statSync(file, { throwIfNoEntry: false });
  const target = info?.isFile() ? realpathSync(file) : file;
  const beside = path.join(path.dirname(target), `.promql-lint-${randomUUID()}`);
  try {
    if (info && !info.isFile()) return writeFileSync(file, text);
    writeFileSync(beside, text, { flag: "wx", ...(info && { mode: info.mode }) });
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new CommandError(exitStatus.failure, `${file}: cannot be written: ${whyUnwritten(error)}`);
  }
}
