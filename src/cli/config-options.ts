import type { Command } from "commander";

/** Adds the options that choose a configuration. */
export function addConfigOptions(command: Command): void {
  command
    .option("-c, --config <file>", "take this configuration for all files")
    .option("--no-config", "take no configuration");
}

/** Adds the options that choose files among those that are found. */
export function addIgnoreOptions(command: Command): void {
  command
    .option("--no-ignore", "leave out no file that is named or found")
    .option("--ignore-path <file>", "a file of patterns to read instead of each .promql-lintignore")
    .option("--ignore-pattern <pattern>", "leave out files as in a .gitignore; may be given several times", collect, [])
    .option("--no-error-on-unmatched-pattern", "let a pattern match nothing");
}

/** Takes an option that may be given several times. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
