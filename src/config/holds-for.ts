import picomatch from "picomatch";
import { textsOf, type Override } from "./config.js";

/** Whether an override is about a file, given by its way from the folder of the configuration, with slashes. */
export function holdsFor({ files, excludedFiles }: Override, file: string): boolean {
  return matches(files, file) && !matches(excludedFiles, file);
}

/** A pattern without a slash matches the name of a file in any folder. */
function matches(patterns: string | readonly string[] | undefined, file: string): boolean {
  const options = { dot: true, basename: true };
  return textsOf(patterns).some((pattern) => picomatch(pattern.replace(/^\.\//, ""), options)(file));
}
