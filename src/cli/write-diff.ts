import { paintDiff, unifiedDiff, type Change } from "./diff.js";
import { exitStatus } from "./exit.js";
import { colorsFor, write } from "./terminal.js";

/** Prints changes to standard output, for a terminal or as they are; returns the exit status. */
export async function writeDiff(
  changes: readonly Change[],
  failed: boolean,
  color: boolean | undefined,
): Promise<number> {
  const colors = colorsFor(process.stdout, color);
  for (const change of changes) {
    const diff = unifiedDiff(change, process.cwd());
    const isShown = process.stdout.isTTY || colors.isColorSupported;
    await write(process.stdout, isShown ? paintDiff(diff, colors) : diff);
  }
  if (failed) return exitStatus.failure;
  return changes.length > 0 ? exitStatus.findings : exitStatus.ok;
}
