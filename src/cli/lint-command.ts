import { type Command, Option } from "commander";
import { formatNames } from "../report/formats.js";
import { addIgnoreOptions, collect } from "./config-options.js";
import type { LintCommandOptions } from "./lint.js";
import { choice, colorOption, durationOption, noColorOption, wholeNumber } from "./option-kinds.js";
import { addServerOptions } from "./server-options.js";
import { addBaselineOptions, addCacheOptions } from "./result-options.js";
import { exitHelp } from "./usage.js";

/** Adds `lint`, the command that is meant where none is named. */
export function addLintCommand(program: Command, finish: (status: number) => void): void {
  const init = new Option("--init", "write a configuration into this folder, and lint nothing").default(false);
  const lint = program
    .command("lint", { isDefault: true })
    .description("lint the queries of rule files, manifests, dashboards, charts and documents (the default command)")
    .argument("[files...]", "files, folders, patterns, or - for standard input");
  addInputOptions(lint);
  addFixOptions(lint);
  addReportOptions(lint);
  addRuleOptions(lint);
  lint.addOption(init).addOption(printConfigOption());
  addServerOptions(lint);
  addIgnoreOptions(lint);
  addBaselineOptions(lint);
  addCacheOptions(lint);
  init.conflicts(lint.options.filter((option) => option !== init).map((option) => option.attributeName()));
  lint
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText("after", exitHelp("no error", "an error or more warnings than allowed"))
    .action(async (files: string[], options: LintCommandOptions) => {
      const { lintCommand } = await import("./lint.js");
      finish(await lintCommand(files, options, commandNames(program)));
    });
}

function addInputOptions(lint: Command): void {
  lint
    .option("-e, --expr <query>", "lint this query; may be given several times", collect, [])
    .addOption(
      choice("--use <use>", "how the queries given with -e are used; over a range where it is not said", [
        "instant",
        "range",
        "alert",
        "record",
      ]),
    )
    .option("--stdin", "read standard input, as the argument - does", false)
    .option("--stdin-filename <file>", "the name under which standard input is read, reported and configured");
}

function addFixOptions(lint: Command): void {
  lint
    .option("--fix", "apply the fixes that never change a result", false)
    .option("--fix-review", "apply the fixes that may change a result as well", false)
    .option("--fix-dry-run", "report as after the fixes, and write nothing", false)
    .addOption(
      new Option("--diff", "print what the fixes would change, and exit with 1 if that is something")
        .default(false)
        .conflicts(["expr", "fixDryRun", "format", "outputFile", "statistics"]),
    );
}

function addReportOptions(lint: Command): void {
  lint
    .addOption(choice("-f, --format <format>", "what the report is written for", formatNames, "terminal"))
    .option("-o, --output-file <file>", "write the report into this file")
    .option("--statistics", "count by rule and problem, instead of showing each place", false);
}

function addRuleOptions(lint: Command): void {
  lint
    .option(
      "--metrics <file>",
      "learn metric types from an exporter's /metrics; may be given several times",
      collect,
      [],
    )
    .option("--scrape-interval <duration>", "how often the metrics are scraped, such as 30s", durationOption)
    .option("--max-warnings <n>", "exit with 1 when there are more warnings", wholeNumber)
    .option("--exit-zero", "exit with 0 whatever is found", false)
    .option("--quiet", "report errors only", false)
    .option(
      "--rule <id:setting>",
      "set a rule to off, on, error, warning or info; may be given several times",
      collect,
      [],
    )
    .option("--no-inline-config", "let no comment turn a rule off")
    .option(
      "--report-unused-disable-directives",
      "make an error of a comment that turns a rule off and suppresses nothing",
      false,
    );
}

function printConfigOption(): Option {
  return new Option("--print-config <file>", "print what is configured for a file, and lint nothing").conflicts([
    "expr",
    "stdin",
    "fix",
    "fixReview",
    "fixDryRun",
    "diff",
    "outputFile",
    "writeBaseline",
    "pruneBaseline",
  ]);
}

function commandNames(program: Command): readonly string[] {
  const commands = program.createHelp().visibleCommands(program);
  return commands.map((command) => command.name());
}
