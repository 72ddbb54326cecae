import type { Command } from "commander";
import { colorOption, formatOption, noColorOption } from "./option-kinds.js";
import type { ParseCommandOptions } from "./parse.js";
import { exitHelp } from "./usage.js";

/** Adds `parse`. */
export function addParseCommand(program: Command, finish: (status: number) => void): void {
  program
    .command("parse")
    .description("print the tree of a query")
    .argument("<query>", "a query, or - for standard input")
    .addOption(formatOption())
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText("after", exitHelp("the query is accepted", "it is rejected"))
    .action(async (query: string, options: ParseCommandOptions) => {
      const { parseCommand } = await import("./parse.js");
      finish(await parseCommand(query, options));
    });
}
