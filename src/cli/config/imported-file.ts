import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { isObject } from "../../schema/object.js";

/** The conditions of a package that hold where it is imported. */
const conditions: ReadonlySet<string> = new Set(["node", "import", "module-sync", "default"]);

/**
 * The file that `import` would take for the name of a package or of a part of it, from a file on; `undefined` where there
 * is none. Node's `require.resolve` does not follow the condition `import`, and nothing else asks on behalf of another file.
 * https://nodejs.org/api/packages.html#package-entry-points
 */
export function importedFile(name: string, from: string): string | undefined {
  const [, packageName = "", rest = ""] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(name) ?? [];
  for (const modules of createRequire(from).resolve.paths(name) ?? []) {
    const folder = path.join(modules, packageName);
    const text = textOf(path.join(folder, "package.json"));
    if (text === undefined) continue;
    const data: unknown = JSON.parse(text);
    const target = isObject(data) ? exported(data["exports"], `.${rest}`) : undefined;
    const file = target === undefined ? undefined : path.join(folder, target);
    return file !== undefined && existsSync(file) ? file : undefined;
  }
  return undefined;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** What a package exports under a path such as `.` or `./strict`. */
function exported(exports: unknown, wanted: string): string | undefined {
  const isMap = isObject(exports) && Object.keys(exports).some((key) => key.startsWith("."));
  if (!isMap) return wanted === "." ? chosen(exports, "") : undefined;
  if (Object.hasOwn(exports, wanted)) return chosen(exports[wanted], "");
  for (const [key, target] of Object.entries(exports)) {
    const [before = "", after] = key.split("*");
    if (after === undefined || !wanted.startsWith(before) || !wanted.endsWith(after)) continue;
    if (wanted.length >= key.length) return chosen(target, wanted.slice(before.length, wanted.length - after.length));
  }
  return undefined;
}

/** The first path whose conditions hold, with `part` in place of its `*`. */
function chosen(target: unknown, part: string): string | undefined {
  if (typeof target === "string") return target.startsWith("./") ? target.replaceAll("*", () => part) : undefined;
  const ways: readonly unknown[] = Array.isArray(target)
    ? target
    : Object.entries(isObject(target) ? target : {}).flatMap(([key, way]) => (conditions.has(key) ? [way] : []));
  for (const way of ways) {
    const found = chosen(way, part);
    if (found !== undefined) return found;
  }
  return undefined;
}
