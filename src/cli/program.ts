import { Command, Help, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { formatNames } from "../report/formats.js";
import { visible } from "../report/visible.js";
import { addCatalogueCommands } from "./catalogue-commands.js";
import { addConfigOptions, addIgnoreOptions, collect } from "./config-options.js";
import { addDemoCommand } from "./demo-command.js";
import type { ExplainCommandOptions } from "./explain.js";
import type { FormatCommandOptions } from "./fmt.js";
import type { LintCommandOptions } from "./lint.js";
import { addLearnCommand } from "./learn-command.js";
import { choice, colorOption, durationOption, formatOption, noColorOption, wholeNumber } from "./option-kinds.js";
import type { ParseCommandOptions } from "./parse.js";
import { addServerOptions } from "./server-options.js";
import { addQueryCommand } from "./query-command.js";
import { addBaselineOptions, addCacheOptions } from "./result-options.js";
import { addStatusCommand } from "./status-command.js";
import { addTestCommand } from "./test-command.js";

/** The commands and their options; each loads what it needs when it runs, and hands its exit status to `finish`. */
export function commands(finish: (status: number) => void): Command {
  const program = new Command("promql-lint")
    .description("Parses, checks, lints and fixes PromQL")
    .version(packageJson.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .exitOverride()
    .configureOutput({ writeErr: (text) => void process.stderr.write(withoutControls(text)) })
    .configureHelp({ optionDescription })
    .addHelpText("after", learnHelp)
    .showSuggestionAfterError();

  const init = new Option("--init", "write a configuration into this folder, and lint nothing").default(false);
  const lint = program
    .command("lint", { isDefault: true })
    .description("lint the queries of rule files, manifests, dashboards, charts and documents (the default command)")
    .argument("[files...]", "files, folders, patterns, or - for standard input")
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
    .option("--stdin-filename <file>", "the name under which standard input is read, reported and configured")
    .option("--fix", "apply the fixes that never change a result", false)
    .option("--fix-review", "apply the fixes that may change a result as well", false)
    .option("--fix-dry-run", "report as after the fixes, and write nothing", false)
    .addOption(
      new Option("--diff", "print what the fixes would change, and exit with 1 if that is something")
        .default(false)
        .conflicts(["expr", "fixDryRun", "format", "outputFile", "statistics"]),
    )
    .addOption(choice("-f, --format <format>", "what the report is written for", formatNames, "terminal"))
    .option("-o, --output-file <file>", "write the report into this file")
    .option("--statistics", "count by rule and problem, instead of showing each place", false)
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
    )
    .addOption(init)
    .addOption(
      new Option("--print-config <file>", "print what is configured for a file, and lint nothing").conflicts(
        "expr stdin fix fixReview fixDryRun diff outputFile writeBaseline pruneBaseline".split(" "),
      ),
    );
  addServerOptions(lint);
  addIgnoreOptions(lint);
  addBaselineOptions(lint);
  addCacheOptions(lint);
  init.conflicts(lint.options.filter((option) => option !== init).map((option) => option.attributeName()));
  lint
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText("after", exitHelp)
    .action(async (files: string[], options: LintCommandOptions) => {
      const { lintCommand } = await import("./lint.js");
      finish(await lintCommand(files, options));
    });

  const fmt = program
    .command("fmt")
    .description("format the queries of rule files, manifests, dashboards and documents in place")
    .argument("[files...]", "files, folders, patterns, or - for standard input")
    .option("--check", "change nothing, name the files that would change, and exit with 1 if there are any", false)
    .option("--width <bytes>", "how long a line may be", wholeNumber, 100);
  addConfigOptions(fmt);
  addIgnoreOptions(fmt);
  fmt.action(async (files: string[], options: FormatCommandOptions) => {
    const { formatCommand } = await import("./fmt.js");
    finish(await formatCommand(files, options));
  });

  program
    .command("explain")
    .description("print a query in words, or the page of a rule or a problem; without a name, the list")
    .argument("[query or name]", "a query, a rule's id or a problem's code")
    .addOption(formatOption())
    .addOption(colorOption())
    .addOption(noColorOption())
    .action(async (name: string | undefined, options: ExplainCommandOptions) => {
      const { explainCommand } = await import("./explain.js");
      finish(await explainCommand(name, options));
    });

  program
    .command("parse")
    .description("print the tree of a query")
    .argument("<query>", "a query, or - for standard input")
    .addOption(formatOption())
    .addOption(colorOption())
    .addOption(noColorOption())
    .action(async (query: string, options: ParseCommandOptions) => {
      const { parseCommand } = await import("./parse.js");
      finish(await parseCommand(query, options));
    });

  addQueryCommand(program, finish);
  addCatalogueCommands(program, finish);
  addLearnCommand(program, finish);
  addTestCommand(program, finish);
  addStatusCommand(program, finish);
  addDemoCommand(program, finish);
  return program;
}

/** An option that may be given several times has no default that says anything. */
function optionDescription(option: Option): string {
  return Help.prototype.optionDescription(option).replace(/ \(default: \[\]\)$/, "");
}

/** What commander says, which repeats arguments as they were given. */
function withoutControls(text: string): string {
  const lines = text.replace(/^error: /, "promql-lint: ").split("\n");
  return lines.map(visible).join("\n");
}

const learnHelp = `
New to PromQL? Start with \`promql-lint learn\`: it teaches PromQL on a simulated cluster, and needs no server.`;

const exitHelp = `
Exit status: 0 no error, 1 an error or more warnings than allowed, 2 wrong use, 3 something could not be read or written.`;
