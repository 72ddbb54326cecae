import { rename, stat, writeFile } from "node:fs/promises";
import { note } from "./terminal.js";

/** Replaces a file; returns whether that was possible. Writes beside it first, so that no moment leaves half of it. */
export async function save(path: string, text: string): Promise<boolean> {
  const beside = `${path}.promql-lint-${process.pid}`;
  try {
    await writeFile(beside, text, { mode: (await stat(path)).mode });
    await rename(beside, path);
    return true;
  } catch (error) {
    note(`${path}: cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
