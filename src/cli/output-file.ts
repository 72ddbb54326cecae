import { createWriteStream, realpathSync, statSync, writeFileSync, type Stats } from "node:fs";
import path from "node:path";
import { CommandError, exitStatus } from "./exit.js";
import { replaceFile, replaceFileSlowly, whyUnwritten } from "./replace-file.js";

/** Ends the command where no report could be written to the file, before anything else is done. */
export function checkOutputFile(file: string): void {
  const folder = path.dirname(file);
  if (!infoOf(folder, file)?.isDirectory()) throw failed(file, `there is no folder ${folder}`, "make it first");
  if (infoOf(file, file)?.isDirectory()) throw failed(file, "it is a folder", "name a file in it");
}

/**
 * Writes a report to a file, so that nobody reads half of it; what is no regular file, such as `/dev/null` or a pipe, is
 * written to.
 */
export function writeOutputFile(file: string, text: string): void {
  checkOutputFile(file);
  const info = infoOf(file, file);
  try {
    if (info && !info.isFile()) return writeFileSync(file, text);
    replaceFile(info ? realpathSync(file) : file, (beside) => {
      writeFileSync(beside, text, { flag: "wx", ...(info && { mode: info.mode }) });
      return true;
    });
  } catch (error) {
    throw failed(file, whyUnwritten(error));
  }
}

/** Writes a text that is too long for memory, part by part, as {@link writeOutputFile} does. */
export async function streamOutputFile(file: string, parts: Iterable<string>): Promise<void> {
  const { Readable } = process.getBuiltinModule("node:stream");
  const { pipeline } = process.getBuiltinModule("node:stream/promises");
  checkOutputFile(file);
  const info = infoOf(file, file);
  const text = Readable.from(parts, { highWaterMark: 1 });
  try {
    if (info && !info.isFile()) {
      await pipeline(text, createWriteStream(file));
      return;
    }
    await replaceFileSlowly(info ? realpathSync(file) : file, (beside) =>
      pipeline(text, createWriteStream(beside, { flags: "wx", ...(info && { mode: info.mode }) })),
    );
  } catch (error) {
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
