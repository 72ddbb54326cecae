import picomatch from "picomatch";
import { textsOf, type Override } from "./config.js";

/** Whether an override is about a file, given by its way from the folder of the configuration, with slashes. */
export function holdsFor({ files, excludedFiles }: Override, file: string): boolean {
  return matches(files, file) && !matches(excludedFiles, file);
}

/** A pattern without a slash matches the name of a file in any folder. One is about another folder only if it says so. */
function matches(patterns: string | readonly string[] | undefined, file: string): boolean {
  return textsOf(patterns)
    .map((pattern) => pattern.replace(/^\.\//, ""))
    .filter((pattern) => pattern.startsWith("../") || !file.startsWith("../"))
    .some((pattern) => picomatch(pattern, { dot: true, basename: !pattern.includes("/") })(file));
}
