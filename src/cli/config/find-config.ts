import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { isObject } from "../../schema/object.js";
import { CommandError, exitStatus } from "../exit.js";

/** The names under which a folder holds its configuration. */
const names = [
  "promql-lint.config.js",
  "promql-lint.config.mjs",
  ".promql-lintrc.json",
  ".promql-lintrc.yaml",
  ".promql-lintrc.yml",
] as const;

/** The key of a `package.json` that holds a configuration. */
export const packageKey = "promql-lint";

/** The path of the nearest configuration, from a folder upward; each folder is looked into once. */
export type FindConfig = (folder: string) => string | undefined;

/** Looks for configurations; what it has found stays known. */
export function configFinder(): FindConfig {
  const known = new Map<string, string | undefined>();
  const find: FindConfig = (folder) => {
    if (known.has(folder)) return known.get(folder);
    const parent = path.dirname(folder);
    const found = configIn(folder) ?? (parent === folder ? undefined : find(parent));
    known.set(folder, found);
    return found;
  };
  return find;
}

/** The configuration that stands in the folder itself; two of them are a mistake. */
export function configIn(folder: string): string | undefined {
  const present: string[] = names.filter((name) => exists(path.join(folder, name)));
  if (exists(path.join(folder, "package.json")) && holdsKey(path.join(folder, "package.json")))
    present.push("package.json");
  const [first, second] = present;
  if (second !== undefined) {
    const message = `${folder}: holds two configurations, ${first ?? ""} and ${second}`;
    throw new CommandError(exitStatus.usage, message, "remove one of the two");
  }
  return first === undefined ? undefined : path.join(folder, first);
}

function exists(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A folder that may not be looked into has nothing to say.
    return false;
  }
}

/** Whether a `package.json` has the key; one that cannot be read is not for us to complain about. */
function holdsKey(file: string): boolean {
  try {
    const text = readFileSync(file, "utf8");
    if (!text.includes(`"${packageKey}"`)) return false;
    const data: unknown = JSON.parse(text);
    return isObject(data) && Object.hasOwn(data, packageKey);
  } catch {
    return false;
  }
}
