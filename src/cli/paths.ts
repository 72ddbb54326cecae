import path from "node:path";

/** Whether a path leads to a folder or to something below it. */
export function isWithin(folder: string, target: string): boolean {
  const way = path.relative(folder, target);
  return way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** The way to a file from a folder, with slashes. */
export function wayFrom(folder: string, file: string): string {
  return path.relative(folder, file).replaceAll(path.sep, "/");
}

/** A path as it is said to the user: from the working folder, where it lies within. */
export function shownPath(file: string): string {
  return isWithin(process.cwd(), file) ? path.relative(process.cwd(), file) || "." : file;
}
