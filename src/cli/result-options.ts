import { Option, type Command } from "commander";

/** Adds the options that choose the findings that are not reported since they were there before. */
export function addBaselineOptions(command: Command): void {
  command
    .option("--baseline <file>", "report no finding that this file holds (default: .promql-lint-baseline.json, if any)")
    .option("--no-baseline", "report all findings")
    .addOption(
      new Option("--write-baseline [file]", "write what is found into the baseline, and report none of it").conflicts([
        "diff",
        "expr",
      ]),
    )
    .option("--prune-baseline", "take out of the baseline what no longer occurs", false);
}

/** Adds the options that keep what is found for the next run. */
export function addCacheOptions(command: Command): void {
  command
    .option("--cache", "keep what is found, and lint only files that have changed", false)
    .option("--cache-location <folder>", "where it is kept (default: in node_modules, or .promql-lintcache)");
}
