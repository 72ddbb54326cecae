import type { Category } from "../lint/rule.js";
import type { Severity } from "../syntax/problem.js";
import type { FileReport } from "./report.js";
import type { TerminalOptions } from "./terminal-diagnostic.js";

/** What a report is written for. */
export type FormatName = "terminal" | "compact" | "json" | "sarif" | "github" | "gitlab" | "junit" | "checkstyle";

/** What a report may say of a code. */
export interface CodeDescription {
  /** One line: what goes wrong. */
  readonly summary: string;
  /** The page on it, in Markdown. */
  readonly page?: string;
  /** The address of the page. */
  readonly url?: string;
  readonly severity?: Severity;
  readonly category?: Category;
}

/** What formats need besides the reports; each takes its part. */
export interface FormatContext extends TerminalOptions {
  /** The version of promql-lint. */
  readonly version: string;
  /** What is known of the rule or the problem of a code. */
  readonly describe: (code: string) => CodeDescription | undefined;
  /** The address of a file, such as `file:///repo/rules.yaml`. */
  readonly uriOf: (path: string) => string;
  /** The address of the folder in which relative paths begin, with a slash at its end. */
  readonly root: string;
  /** Turns a text into a name of hexadecimal digits, as SHA-256 does. */
  readonly hash: (text: string) => string;
  /** Whether everything that was named could be read and written. */
  readonly complete: boolean;
  /** Whether to count by code: {@link statisticsOf}. */
  readonly statistics: boolean;
}

/** Writes reports as a text, which ends with a line break unless it is empty. */
export type Formatter = (reports: readonly FileReport[], context: FormatContext) => string;

/** Each format, loaded when it is asked for. */
export const formats: Readonly<Record<FormatName, () => Promise<Formatter>>> = {
  terminal: async () => (await import("./terminal.js")).formatTerminal,
  compact: async () => (await import("./compact.js")).formatCompact,
  json: async () => (await import("./json.js")).formatJson,
  sarif: async () => (await import("./sarif.js")).formatSarif,
  github: async () => (await import("./github.js")).formatGithub,
  gitlab: async () => (await import("./gitlab.js")).formatGitlab,
  junit: async () => (await import("./junit.js")).formatJunit,
  checkstyle: async () => (await import("./checkstyle.js")).formatCheckstyle,
};

/** The names of the formats, in the order in which they are told. */
export const formatNames: readonly string[] = Object.keys(formats);
