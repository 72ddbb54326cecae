import { promises } from "node:fs";
import path from "node:path";
import type { RuleFileText } from "../../testing/run-unit-tests.js";
import { type FoundFile, namedFile } from "../find-files.js";
import { readInput } from "../inputs.js";

/** Finds and reads the rule files of a file of unit tests, whose names are relative to it; to the working folder for standard input. */
export function ruleFilesFor(file: FoundFile): (pattern: string) => Promise<readonly RuleFileText[]> {
  const folder = file.stdin ? "." : path.dirname(file.path);
  return async (pattern) => {
    if (pattern === "") return [];
    const whole = path.isAbsolute(pattern) ? pattern : path.join(folder, pattern);
    if (pattern.lastIndexOf("[") > pattern.lastIndexOf("]"))
      return [{ path: whole, reason: "is no pattern: `[` is not closed" }];
    const found = /[*?[\\]/.test(pattern) ? await matching(folder, pattern) : (await exists(whole)) ? [whole] : [];
    return Promise.all(found.map((name) => readInput(namedFile(name))));
  };
}

async function exists(name: string): Promise<boolean> {
  return promises.stat(name).then(
    () => true,
    () => false,
  );
}

/**
 * Go's patterns know `*`, `?` and `[…]` within one folder, and nothing else.
 * Source: https://pkg.go.dev/path/filepath#Match
 */
async function matching(folder: string, pattern: string): Promise<readonly string[]> {
  const { glob } = await import("tinyglobby");
  const plain = pattern.replace(/\*+/g, "*").replace(/[{}()!+@|]/g, "\\$&");
  const options = { cwd: folder, dot: true, expandDirectories: false, absolute: path.isAbsolute(pattern) };
  const found = await glob(plain, options);
  return found.sort().map((name) => (path.isAbsolute(name) ? name : path.join(folder, name)));
}
