import { type Command, Option } from "commander";
import { collect } from "./config-options.js";
import { choice, colorOption, noColorOption, wholeNumber } from "./option-kinds.js";
import type { QueryCommandOptions } from "./query.js";
import { addServerOptions } from "./server-options.js";
import { exitHelp } from "./usage.js";

/** Adds `query`. */
export function addQueryCommand(program: Command, finish: (status: number) => void): void {
  const command = program
    .command("query")
    .description("run a query on the demo cluster, on data of a file, or on a Prometheus server")
    .argument("<query>", "a query, or - for standard input")
    .option("--time <time>", "when: 2026-03-02T12:00:00Z, seconds since 1970, now, or -5m for five minutes ago")
    .option("--last <duration>", "over a range that ends now, or at --end: 1h draws the last hour")
    .option("--start <time>", "over a range from here on")
    .option("--end <time>", "where the range ends (default: now)")
    .option("--step <duration>", "the time between two points of a range (default: a 250th of it, rounded up)")
    .addOption(
      new Option(
        "--data <file>",
        "run it on this text of an exporter, load script or answer; may be given several times",
      )
        .argParser(collect)
        .default([], "the demo cluster"),
    )
    .addOption(
      choice("-f, --format <format>", "what the result is written for", ["terminal", "json", "csv"], "terminal"),
    )
    .option("-o, --output-file <file>", "write the result into this file")
    .option("--limit <n>", "rows of a table, or series of a chart; 0 for all (default: 40, or 10)", wholeNumber)
    .option("--ascii", "draw charts with ASCII characters", false)
    .option("--no-lint", "show no findings");
  addServerOptions(command)
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText("after", exitHelp("a result, also an empty one", "the query is rejected or fails"))
    .action(async (query: string, options: QueryCommandOptions) => {
      const { queryCommand } = await import("./query.js");
      finish(await queryCommand(query, options));
    });
}
