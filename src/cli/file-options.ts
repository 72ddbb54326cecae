import type { SourceOptions } from "../files/index.js";

/** How one file is linted. */
export interface FileOptions extends SourceOptions {
  /** All that the options come from, as a text; missing where that cannot be told. */
  readonly inputs?: string;
}

/** Says how a file is linted, by its path; a query that stands in no file has none. */
export type OptionsFor = (path: string | undefined) => Promise<FileOptions>;
