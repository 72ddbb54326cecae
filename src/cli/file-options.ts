import type { SourceOptions } from "../files/index.js";

/** How one file is linted. */
export type FileOptions = SourceOptions;

/** Says how a file is linted, by its path. */
export type OptionsFor = (path: string) => Promise<FileOptions>;
