import type { SourceOptions } from "../files/index.js";
import type { Severity } from "../syntax/problem.js";

/** How comments that turn rules off are taken. */
export interface InlineConfig {
  /** How bad one is that hides nothing. */
  readonly unused: Severity | "off";
  /** Whether one must say why. */
  readonly requireReason: boolean;
  /** The ids of all rules, those that are off among them. */
  readonly rules: readonly string[];
}

/** How one file is linted. */
export interface FileOptions extends SourceOptions {
  /** How comments are taken; with `false` they turn nothing off. */
  readonly inlineConfig: InlineConfig | false;
}

/** Says how a file is linted, by its path; a query that stands in no file has none. */
export type OptionsFor = (path: string | undefined) => Promise<FileOptions>;
