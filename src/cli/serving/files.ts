import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The bytes of all files below a folder, by their path within it, with `/`. What is a symbolic link is left out. */
export function filesBelow(folder: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  return new Map(
    files.map((file) => [path.relative(folder, file).replaceAll(path.sep, "/"), new Uint8Array(readFileSync(file))]),
  );
}
