import type { Command } from "commander";
import type { ListCommandOptions, RunCommandOptions } from "./catalogue.js";
import type { ShowCommandOptions } from "./catalogue/show.js";
import { collect } from "./config-options.js";
import { choice, colorOption, formatOption, noColorOption, wholeNumber } from "./option-kinds.js";
import { addServerOptions } from "./server-options.js";
import { exitHelp } from "./usage.js";

/** Adds `catalogue` and what it can do. */
export function addCatalogueCommands(program: Command, finish: (status: number) => void): void {
  const catalogue = program
    .command("catalogue")
    .description("print and run example queries for the exporters of a cluster");
  addChoices(catalogue.command("list").description("print the queries"))
    .addOption(formatOption())
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText("after", exitHelp("the queries are printed"))
    .action(async (options: ListCommandOptions) => {
      const { listCommand } = await import("./catalogue.js");
      finish(await listCommand(options));
    });
  const run = catalogue.command("run").description("run the queries on the demo cluster, or on a Prometheus server");
  addServerOptions(addChoices(run), { several: true })
    .option("--concurrency <n>", "how many queries a server is asked at the same time", wholeNumber, 4)
    .addOption(choice("-f, --format <format>", "what the report is written for", runFormats, "terminal"))
    .option("-o, --output-file <file>", "write the report into this file")
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText("after", exitHelp("every query has a result", "one is empty or fails"))
    .action(async (options: RunCommandOptions) => {
      const { runCommand } = await import("./catalogue.js");
      finish(await runCommand(options));
    });
  const show = catalogue
    .command("show")
    .description("print all of one query, with its result on the demo cluster, or on a Prometheus server")
    .argument("<id>", "the query, as the list names it");
  addServerOptions(show)
    .addOption(formatOption())
    .option("--limit <n>", "rows of a table, or series of a chart; 0 for all (default: 40, or 10)", wholeNumber)
    .option("--ascii", "draw charts with ASCII characters", false)
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText("after", exitHelp("it has a result", "it is empty or fails"))
    .action(async (id: string, options: ShowCommandOptions) => {
      const { showCommand } = await import("./catalogue/show.js");
      finish(await showCommand(id, options));
    });
}

/** What a run can be written as. */
const runFormats = ["terminal", "json", "junit", "markdown"];

function addChoices(command: Command): Command {
  return command
    .option("--exporter <name>", "only those of this exporter; may be given several times", collect, [])
    .option("--tag <tag>", "only those with this tag; may be given several times", collect, [])
    .option("--id <id>", "only this query; may be given several times", collect, []);
}
