import path from "node:path";

/** Gives the way to a file from a folder, with slashes. */
export function pathFrom(file: string): (folder: string) => string {
  const absolute = path.resolve(file);
  return (folder) => path.relative(folder, absolute).replaceAll(path.sep, "/");
}
