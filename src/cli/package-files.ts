import { existsSync, promises } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** A text that is shipped with the package. */
export interface PackageFile {
  /** Within the package: `rules/rate-over-gauge.md`. */
  readonly path: string;
  readonly text: string;
}

/** Where a file or a folder of the package is, by its path within that. */
export function packagePath(name: string): string {
  return path.join(packageRoot(), name);
}

/** A text file of the package. */
export async function packageFile(name: string): Promise<PackageFile> {
  return { path: name, text: await promises.readFile(packagePath(name), "utf8") };
}

/** The text files of a folder of the package that end in `extension`, sorted. */
export async function packageFiles(folder: string, extension: string): Promise<readonly PackageFile[]> {
  const names = await promises.readdir(packagePath(folder));
  const wanted = names.filter((name) => name.endsWith(extension)).sort();
  return Promise.all(wanted.map((name) => packageFile(`${folder}/${name}`)));
}

/** The folder of the package: the nearest one above that of the command that holds a `package.json`. */
function packageRoot(): string {
  let folder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  while (!existsSync(path.join(folder, "package.json")) && folder !== path.dirname(folder))
    folder = path.dirname(folder);
  return folder;
}
