import type { Command } from "commander";
import type { ExplainCommandOptions } from "./explain.js";
import { colorOption, formatOption, noColorOption } from "./option-kinds.js";
import { exitHelp } from "./usage.js";

/** Adds `explain`. */
export function addExplainCommand(program: Command, finish: (status: number) => void): void {
  program
    .command("explain")
    .description("print a query in words, or the page of a rule or a problem; without a name, the list")
    .argument("[query or name]", "a query, a rule's id or a problem's code")
    .addOption(formatOption())
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText("after", exitHelp("it is explained", "the query is rejected"))
    .action(async (name: string | undefined, options: ExplainCommandOptions) => {
      const { explainCommand } = await import("./explain.js");
      finish(await explainCommand(name, options));
    });
}
