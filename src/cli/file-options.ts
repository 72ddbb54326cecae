import type { SourceOptions } from "../files/index.js";

/** Says how a file is linted, by its path; a query that stands in no file has none. */
export type OptionsFor = (path: string | undefined) => Promise<SourceOptions>;
