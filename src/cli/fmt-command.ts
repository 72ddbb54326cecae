import type { Command } from "commander";
import { addConfigOptions, addIgnoreOptions } from "./config-options.js";
import type { FormatCommandOptions } from "./fmt.js";
import { wholeNumber } from "./option-kinds.js";
import { exitHelp } from "./usage.js";

/** Adds `fmt`. */
export function addFormatCommand(program: Command, finish: (status: number) => void): void {
  const fmt = program
    .command("fmt")
    .description("format the queries of rule files, manifests, dashboards and documents in place")
    .argument("[files...]", "files, folders, patterns, or - for standard input")
    .option("--check", "change nothing, name the files that would change, and exit with 1 if there are any", false)
    .option("--width <bytes>", "how long a line may be", wholeNumber, 100);
  addConfigOptions(fmt);
  addIgnoreOptions(fmt);
  fmt
    .addHelpText(
      "after",
      exitHelp("every query is formatted", "a query cannot be read, or with --check a file would change"),
    )
    .action(async (files: string[], options: FormatCommandOptions) => {
      const { formatCommand } = await import("./fmt.js");
      finish(await formatCommand(files, options));
    });
}
