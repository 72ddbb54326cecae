import { promises } from "node:fs";
import { maxFileSize } from "../files/limits.js";
import type { FoundFile } from "./find-files.js";
import { codeOf, reasonOf, type Unread } from "./unread.js";

/** A file or standard input, read. */
export interface Input {
  readonly path: string;
  readonly text: string;
  /** Set where the bytes are no UTF-8: the text is not what stands in the file, so it is never written back. */
  readonly damaged?: true;
}

/** Reads a file or standard input as UTF-8, a byte order mark included. */
export async function readInput({ path, stdin }: FoundFile): Promise<Input | Unread> {
  if (stdin) {
    const { buffer } = process.getBuiltinModule("node:stream/consumers");
    return decode(path, await buffer(process.stdin));
  }
  try {
    const info = await promises.stat(path);
    if (info.isCharacterDevice() || info.isBlockDevice()) return { path, reason: "is a device, not a file" };
    if (info.size > maxFileSize) return { path, reason: tooLong };
    return decode(path, await promises.readFile(path));
  } catch (error) {
    return { path, reason: reasonOf(codeOf(error)) };
  }
}

const tooLong = `is longer than ${maxFileSize / 1024 / 1024} MiB: split it`;

function decode(path: string, bytes: Uint8Array): Input | Unread {
  if (bytes.length > maxFileSize) return { path, reason: tooLong };
  try {
    return { path, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { path, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), damaged: true };
  }
}
