import { realpath, rename, stat, writeFile } from "node:fs/promises";
import { note } from "./terminal.js";

/**
 * Replaces a file, or what a symbolic link leads to; returns whether that was possible. Writes beside it first, so that no
 * moment leaves half of it.
 */
export async function save(path: string, text: string): Promise<boolean> {
  try {
    const target = await realpath(path);
    const beside = `${target}.promql-lint-${process.pid}`;
    await writeFile(beside, text, { mode: (await stat(target)).mode });
    await rename(beside, target);
    return true;
  } catch (error) {
    note(`${path}: cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
